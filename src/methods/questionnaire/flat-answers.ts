import { isObject, type Json, listOf, plainText } from './fhir.ts';

/** One answer of a response on a line of its own. `path` says where it stood: `group[0]/question[0]=1`, with the linkIds percent-encoded. */
export type FlatAnswer = { readonly linkId: string; readonly path: string; readonly kind: string; readonly value: unknown };

/** Every answer of a response, in order; nothing of an answer is lost. Groups and questions without an answer have no line. */
export function flattenAnswers(response: Json): FlatAnswer[] {
  return below(response.item, '');
}

function flatItem(item: Json, place: number, parent: string): FlatAnswer[] {
  const linkId = plainText(item.linkId);
  const path = `${parent}${encodeURIComponent(linkId)}[${place}]`;
  const answers = listOf(item.answer).filter(isObject).flatMap((answer, index) => {
    const [kind = '', value] = Object.entries(answer).find(([name]) => name.startsWith('value')) ?? [];
    return [{ linkId, path: `${path}=${index}`, kind, value }, ...below(answer.item, `${path}=${index}/`)];
  });
  return [...answers, ...below(item.item, `${path}/`)];
}

function below(items: unknown, parent: string): FlatAnswer[] {
  const places = new Map<unknown, number>();
  return listOf(items).filter(isObject).flatMap((one) => {
    const place = places.get(one.linkId) ?? 0;
    places.set(one.linkId, place + 1);
    return flatItem(one, place, parent);
  });
}

type Branch = { linkId: string; answers: Map<number, { own: Json; items: Branch[] }>; items: Branch[] };

/** The items of the response that such lines came from. Throws RangeError for a path that no line of `flattenAnswers` has. */
export function rebuildAnswers(lines: readonly Pick<FlatAnswer, 'path' | 'kind' | 'value'>[]): Json[] {
  const roots: Branch[] = [];
  const known = new Map<string, Branch>();
  for (const line of lines) {
    let level = roots;
    let at = '';
    const steps = line.path.split('/');
    for (const [index, step] of steps.entries()) {
      const [, linkId, place, answer] = /^([^/[\]=]+)\[(\d+)\](?:=(\d+))?$/.exec(step) ?? [];
      if (linkId === undefined || place === undefined) throw new RangeError(`not the path of an answer: ${line.path}`);
      at += `/${linkId}[${place}]`;
      let branch = known.get(at);
      if (!branch) {
        branch = { linkId: decodeURIComponent(linkId), answers: new Map(), items: [] };
        known.set(at, branch);
        level.push(branch);
      }
      if (answer === undefined) level = branch.items;
      else {
        const slot = branch.answers.get(Number(answer)) ?? { own: {}, items: [] };
        branch.answers.set(Number(answer), slot);
        if (index === steps.length - 1) slot.own = { [line.kind]: line.value };
        level = slot.items;
        at += `=${answer}`;
      }
    }
  }
  return roots.map(itemOf);
}

function itemOf({ linkId, answers, items }: Branch): Json {
  const given = [...answers].sort(([a], [b]) => a - b).map(([, { own, items: inner }]) => ({ ...own, ...(inner.length > 0 ? { item: inner.map(itemOf) } : {}) }));
  return { linkId, ...(given.length > 0 ? { answer: given } : {}), ...(items.length > 0 ? { item: items.map(itemOf) } : {}) };
}
