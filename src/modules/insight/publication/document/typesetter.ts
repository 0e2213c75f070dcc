// A process of its own: the typesetter's memory grows with each document and returns to the system only when the process ends.
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { projectRoot } from '#app/platform/config/project-root.ts';
import type { Typesetting } from './typst.ts';
import { typstTemplate } from './typst-template.ts';

type Batch = readonly Typesetting[];

function isBatch(message: unknown): message is Batch {
  return Array.isArray(message);
}

process.once('message', (message) => {
  process.send?.(isBatch(message) ? typesetAll(message) : { failure: 'no batch came' }, () => process.disconnect());
});

function typesetAll(batch: Batch): { files: Uint8Array[] } | { failure: string } {
  const fonts = join(projectRoot(), 'node_modules', '@expo-google-fonts', 'atkinson-hyperlegible-next');
  const compiler = NodeCompiler.create({ workspace: fonts, fontArgs: [{ fontPaths: ['400Regular', '600SemiBold', '700Bold'].map((weight) => join(fonts, weight)) }] });
  const files: Uint8Array[] = [];
  for (const { document, moment } of batch) {
    const compiled = compiler.compile({ mainFileContent: typstTemplate, inputs: { document } });
    if (!compiled.result) {
      const problems = compiled.takeDiagnostics();
      return { failure: JSON.stringify(problems ? compiler.fetchDiagnostics(problems) : []) };
    }
    files.push(compiler.pdf(compiled.result, { pdfStandard: 'ua-1', creationTimestamp: moment }));
  }
  return { files };
}
