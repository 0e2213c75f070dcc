import { globSync, readFileSync } from 'node:fs';
import type { Route } from '#app/platform/http/route.ts';
import { csrfToken, sessionCookie } from '#app/platform/http/session-cookie.ts';
import { complaintsOf } from './complaints.ts';
import { type Dice, diceOf, hostileBodies, type HostileBody, tooMuch } from './hostile.ts';
import type { Member, WholeProgram } from './program.ts';

export type Outcome = { readonly requests: number; readonly complaints: readonly string[] };

type Attack = { readonly program: WholeProgram; readonly names: Names; readonly dice: Dice; readonly bodies: readonly HostileBody[] };
type Names = { readonly query: readonly string[]; readonly form: readonly string[] };
/** A request; `what` says in a message which hostile thing it held. */
export type Shot = { readonly method: string; readonly path: string; readonly what: string; readonly route?: Route; readonly body?: BodyInit; readonly type?: string; readonly extra?: Readonly<Record<string, string>> };

/** The names that handlers ask of an address and of a form, read from the source: what is asked by a computed name comes with the forms of pages. */
export function namesAsked(root: string): Names {
  const text = globSync('src/{modules,platform,ui}/**/*.{ts,tsx}', { cwd: root }).map((file) => readFileSync(`${root}/${file}`, 'utf8')).join('\n');
  const found = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))].sort();
  return { query: found(/query\.get\('([^']+)'\)/g), form: found(/form\.(?:text|has|list|files)\('([^']+)'\)/g) };
}

/** Every route of the table, as the public and as somebody of each kind who may use it, with hostile addresses, fields, heads and bodies. */
export async function attackRoutes(program: WholeProgram, names: Names, seed: number): Promise<Outcome> {
  const attack: Attack = { program, names, dice: diceOf(seed), bodies: [...hostileBodies(), tooMuch()] };
  const complaints: string[] = [];
  let requests = 0;
  for (const route of program.app.routes)
    for (const who of whoMeets(route, program.members, attack.dice))
      for (const shot of shotsAt(route, attack)) {
        requests += 1;
        complaints.push(...(await shoot(program, { ...shot, route }, who)));
      }
  return { requests, complaints };
}

function whoMeets(route: Route, members: readonly Member[], dice: Dice): (Member | undefined)[] {
  if (route.may === 'anyone') return [undefined];
  if (route.may === 'signed-in') return [undefined, dice.of(members)];
  const { roles } = route.may;
  const able = members.filter((member) => roles.some((role) => member.roles.includes(role)));
  return able.length > 0 ? [dice.next() < 0.2 ? dice.of(members) : undefined, dice.of(able)] : [undefined];
}

function shotsAt(route: Route, attack: Attack): Shot[] {
  const { dice, names } = attack;
  const address = () => {
    const path = route.path.replaceAll(/:(\w+)(\{[^}]*\})?\??/g, () => encodeURIComponent((dice.next() < 0.7 ? dice.hostile() : dice.plausible()).toWellFormed().slice(0, 2000)) || 'x').replaceAll('*', 'x');
    return route.localized === false ? path : `/${dice.of(['en', 'fr'])}${path}`;
  };
  const query = new URLSearchParams(names.query.flatMap((name) => (dice.next() < 0.6 ? [[name, dice.hostile().toWellFormed().slice(0, 3000)]] : [])));
  const heads = { 'accept-language': dice.hostile().replaceAll(/[^\x20-\x7e]/g, '').slice(0, 500), accept: dice.of(['*/*', 'application/json', `text/${dice.hostile().replaceAll(/[^\w]/g, '')}`]), 'if-none-match': '"x"', 'x-forwarded-for': '' };
  const extra = Object.fromEntries(Object.entries(heads).filter(([, value]) => value !== ''));
  if (route.method === 'GET') return [{ method: 'GET', path: `${address()}?${query}`, what: 'hostile address', extra }, ...(route.path.includes(':') ? [] : [{ method: 'GET', path: `${address()}?${dice.of(['%E0%A4=%', 'from=%00', 'page=1&page=2&page[]=3', '__proto__[x]=1', 'q=%uD800'])}`, what: 'broken query' }])];
  const fields = (share: number) => {
    const body = new URLSearchParams();
    for (const name of names.form) {
      if (dice.next() < 0.15) continue;
      body.append(name, dice.next() < share ? dice.hostile().toWellFormed().slice(0, 4000) : dice.plausible());
      if (dice.next() < 0.1) body.append(name, dice.hostile().toWellFormed().slice(0, 400));
    }
    return body;
  };
  const broken = dice.of(attack.bodies);
  return [
    { method: route.method, path: address(), what: 'hostile fields', body: fields(0.15), extra },
    { method: route.method, path: address(), what: broken.name, body: broken.body, type: broken.type },
  ];
}

/** Sends one request and gives what is wrong with its answer. */
export async function shoot(program: WholeProgram, shot: Shot, who: Member | undefined): Promise<string[]> {
  program.logged();
  const headers = new Headers(shot.extra);
  let { body } = shot;
  if (who) {
    headers.set('cookie', `${sessionCookie.secure}=${who.token}`);
    const csrf = csrfToken(who.token);
    if (body instanceof URLSearchParams || body instanceof FormData) body.set('csrf', csrf);
    else if (shot.type === 'application/x-www-form-urlencoded' && typeof body === 'string') body = `csrf=${csrf}&${body}`;
  }
  if (shot.type !== undefined) headers.set('content-type', shot.type);
  const answer = await program.app.hono.request(shot.path, { method: shot.method, headers, ...(body === undefined ? {} : { body }) });
  return await complaintsOf(answer, { who: who?.roles.join('+') ?? 'the public', method: shot.method, path: shot.path.slice(0, 160), what: shot.what, secrets: who ? [who.token] : [], route: shot.route }, program.logged());
}
