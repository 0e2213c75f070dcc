import type { Json } from '../fhir.ts';
import { nameOf } from '../form/field-names.ts';
import type { Compiled } from '../model.ts';
import { textIn } from '../translation.ts';
import { attribute, escapeHtml } from './escape.ts';
import { type RenderOptions, renderFields } from './form.ts';
import { renderPrint } from './print.ts';
import { formWords } from './words.ts';

/** A whole page with the form, for the command line and for proofs; the program's own pages draw the fields alone. */
export function renderDocument(compiled: Compiled, response: Json | undefined, options: RenderOptions & { readonly print?: boolean | undefined }): string {
  const { language } = options;
  const { text, lang } = textIn(compiled.source, 'title', language, compiled.source.language);
  const title = text || String(compiled.source.name ?? 'Questionnaire');
  const step = options.step === undefined ? '' : `<input type="hidden" name="step"${attribute('value', nameOf(options.step))}>`;
  const body = options.print
    ? renderPrint(compiled, language)
    : `<form method="post" novalidate autocomplete="off">${step}${renderFields(compiled, response, options)}<div class="buttons"><button type="submit" class="button">${formWords(language).send}</button></div></form>`;
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title></head><body><main><h1${attribute('lang', lang)}>${escapeHtml(title)}</h1>${body}</main></body></html>`;
}
