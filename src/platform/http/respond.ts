import { randomUUID } from 'node:crypto';
import type { Language } from '#app/platform/language/language.ts';
import type { Answer, Markup } from './answer.ts';
import { privateCaching } from './headers.ts';
import { type ProblemName, problems } from './problem.ts';

/** Draws a problem page; given by the program, because the platform knows no layout. */
export type ProblemPage = (problem: ProblemName, facts: { language: Language; reference: string; path: string }) => Markup;

type Frame = { language: Language; path: string; machine: boolean; headers: Readonly<Record<string, string>>; problemPage: ProblemPage };

export async function respond(answer: Answer, frame: Frame): Promise<Response> {
  if (answer.kind === 'problem') return await respondProblem(answer.problem, frame, answer.headers);
  const headers = new Headers({ ...frame.headers, 'cache-control': privateCaching });
  if (answer.kind !== 'bytes') for (const cookie of answer.cookies ?? []) headers.append('set-cookie', cookie);
  for (const [name, value] of Object.entries(answer.headers ?? {})) headers.set(name, value);
  if (answer.kind === 'redirect') {
    headers.set('location', answer.to);
    return new Response(null, { status: 303, headers });
  }
  if (answer.kind === 'bytes') {
    headers.set('content-type', answer.type);
    return new Response(answer.body, { status: answer.status, headers });
  }
  headers.set('content-type', 'text/html; charset=utf-8');
  headers.set('content-language', frame.language);
  return new Response(await renderMarkup(answer.body), { status: answer.status, headers });
}

export async function renderMarkup(body: Markup): Promise<string> {
  return `<!doctype html>${String(await body)}`;
}

/** The problem as a page, or as problem JSON (RFC 9457) for programs; with a reference that the log line carries too. */
export async function respondProblem(name: ProblemName, frame: Frame, more: Readonly<Record<string, string>> = {}, reference: string = randomUUID()): Promise<Response> {
  const problem = problems[name];
  const retry: Record<string, string> = problem.status === 503 ? { 'retry-after': '5' } : problem.status === 429 ? { 'retry-after': '60' } : {};
  const headers = { ...frame.headers, 'cache-control': privateCaching, ...retry, ...more };
  if (frame.machine) {
    const body = { type: 'about:blank', title: problem.title[frame.language], status: problem.status, detail: problem.text[frame.language], reference };
    return new Response(JSON.stringify(body), { status: problem.status, headers: { ...headers, 'content-type': 'application/problem+json' } });
  }
  const html = await renderMarkup(frame.problemPage(name, { language: frame.language, reference, path: frame.path }));
  return new Response(html, { status: problem.status, headers: { ...headers, 'content-type': 'text/html; charset=utf-8', 'content-language': frame.language } });
}
