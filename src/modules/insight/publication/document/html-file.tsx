import { chartFileStyle } from '#app/ui/charts/file.tsx';
import type { Document } from './model.ts';
import { DocumentArticle } from './html.tsx';

const style = `:root{color-scheme:light}body{font:1.05rem/1.55 "Atkinson Hyperlegible Next",system-ui,sans-serif;color:#17211f;background:#fff;margin:2rem auto;max-width:50rem;padding:0 1rem}
h1{font-size:2rem;line-height:1.15;margin:.2em 0 .6em}h2{font-size:1.4rem;margin:2em 0 .5em}h3{font-size:1.15rem;margin:1.6em 0 .4em}a{color:#0d5c55}.small{color:#52605c}
table{border-collapse:collapse;width:100%;margin:1em 0}caption{text-align:start;font-weight:700;padding-block:.4em}th,td{text-align:start;vertical-align:top;padding:.4em .6em .4em 0;border-bottom:1px solid #dcd8cf}
tbody th{font-weight:400}.chart{margin:1em 0}.chart figcaption>*{display:block}.drawing{display:block;max-width:100%;height:auto}.drawing.wide{display:none}@media(min-width:40rem){.drawing.narrow{display:none}.drawing.wide{display:block}}
${chartFileStyle}
.inset{border-inline-start:6px solid #0d5c55;background:#e3f0ed;padding:.6em 1em}dl div{display:grid;grid-template-columns:10rem 1fr;border-bottom:1px solid #dcd8cf;padding:.3em 0}dt{font-weight:700}dd{margin:0}`;

/** A document as an HTML file that needs nothing else; links are absolute. */
export function htmlFile(document: Document, linkOf: (path: string) => string): string {
  const markup = (
    <html lang={document.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{document.title}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body><main><DocumentArticle document={document} linkOf={linkOf} /></main></body>
    </html>
  );
  return `<!doctype html>${String(markup)}`;
}
