// Bundles the program and its few client scripts into dist/, in well under a second. Packages stay outside the bundle.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { spawn } from 'node:child_process';
import { build, context } from 'esbuild';

const watch = process.argv.includes('--watch');
const quiet = process.argv.includes('--quiet');
const entries = ['src/server.ts', 'src/worker.ts', 'src/cli.ts', 'bench/bench.ts', 'prove/prove.ts', 'src/platform/http/front.ts', 'src/modules/insight/publication/document/typesetter.ts'].filter((file) => existsSync(file));
const program = {
  entryPoints: entries.map((file) => ({ in: file, out: basename(file, '.ts') })),
  outdir: 'dist', bundle: true, splitting: true, chunkNames: 'chunks/[name]-[hash]', packages: 'external', platform: 'node', format: 'esm', target: 'node24', sourcemap: 'linked',
  jsx: 'automatic', jsxImportSource: 'hono/jsx', logLevel: 'warning',
};

async function clientScripts() {
  const found = [];
  for await (const file of glob('src/**/client.ts')) found.push({ in: file, out: basename(dirname(file)) });
  return found;
}

/** Client files carry the hash of their content in their name, so browsers may keep them for good. */
async function buildAssets() {
  const result = await build({
    entryPoints: [{ in: 'src/ui/styles/index.css', out: 'style' }, ...(await clientScripts())],
    outdir: 'dist/assets', bundle: true, minify: true, write: false, entryNames: '[name]', assetNames: '[name]-[hash]',
    loader: { '.woff2': 'file' }, format: 'iife', target: ['es2020', 'safari14'],
    // Safari 14 destructures; esbuild counts it out for a corner of patterns that no script here uses.
    supported: { destructuring: true }, logLevel: 'warning',
  });
  const manifest = {};
  const folder = `dist/assets-${process.pid}`;
  await mkdir(folder, { recursive: true });
  for (const file of result.outputFiles) {
    const name = basename(file.path);
    const [stem, kind] = [name.replace(/\.[^.]+$/, ''), name.split('.').at(-1)];
    const hashed = kind === 'woff2' ? name : `${stem}-${createHash('sha256').update(file.contents).digest('hex').slice(0, 10)}.${kind}`;
    manifest[name.replace(/-[A-Z0-9]{8}\.woff2$/, '.woff2')] = hashed;
    await writeFile(join(folder, hashed), file.contents);
  }
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await rm('dist/assets', { recursive: true, force: true });
  await rename(folder, 'dist/assets').catch(async () => await rm(folder, { recursive: true, force: true }));
}

const started = performance.now();
await mkdir('dist', { recursive: true });
if (!watch) {
  await Promise.all([build(program), buildAssets()]);
  if (!quiet) console.log(`built in ${Math.round(performance.now() - started)} ms`);
} else {
  let server;
  const restart = { name: 'restart', setup: (b) => b.onEnd(async (result) => {
    if (result.errors.length > 0) return;
    await buildAssets();
    if (server) await new Promise((resolve) => server.once('exit', resolve).kill('SIGTERM'));
    server = spawn(process.execPath, ['dist/server.js'], { stdio: 'inherit' });
  }) };
  await (await context({ ...program, plugins: [restart] })).watch();
  process.on('SIGINT', () => server?.kill('SIGTERM'));
}
