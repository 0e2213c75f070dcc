// A process of its own: the typesetter's memory grows with each document and returns to the system only when the process ends.
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { projectRoot } from '#app/platform/config/project-root.ts';
import type { Typesetting } from './typst.ts';
import { typstTemplate } from './typst-template.ts';

type Answer = { readonly files: readonly Uint8Array[] } | { readonly failure: string };

function isBatch(message: unknown): message is readonly Typesetting[] {
  return Array.isArray(message);
}

process.once('message', (message) => {
  process.send?.(isBatch(message) ? answerTo(message) : { failure: 'no batch came' }, () => process.disconnect());
});

function answerTo(batch: readonly Typesetting[]): Answer {
  try {
    return { files: typesetAll(batch) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : 'unknown' };
  }
}

/** Throws where the document is not Typst's to set, or would not be an accessible PDF: a heading level left out, a picture without words. */
function typesetAll(batch: readonly Typesetting[]): Uint8Array[] {
  const fonts = join(projectRoot(), 'node_modules', '@expo-google-fonts', 'atkinson-hyperlegible-next');
  const compiler = NodeCompiler.create({ workspace: fonts, fontArgs: [{ fontPaths: ['400Regular', '600SemiBold', '700Bold'].map((weight) => join(fonts, weight)) }] });
  return batch.map(({ document, moment }) => {
    const compiled = compiler.compile({ mainFileContent: typstTemplate, inputs: { document } });
    if (compiled.result) return compiler.pdf(compiled.result, { pdfStandard: 'ua-1', creationTimestamp: moment });
    const problems = compiled.takeDiagnostics();
    throw new Error(JSON.stringify(problems ? compiler.fetchDiagnostics(problems) : []));
  });
}
