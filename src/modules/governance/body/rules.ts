import { uniqueSlug } from '#app/ui/readable-slug.ts';
import type { BodyState } from './queries.ts';

const next: Readonly<Record<BodyState, readonly BodyState[]>> = {
  proposed: ['forming', 'active', 'merged', 'completed'],
  forming: ['active', 'paused', 'merged', 'completed'],
  active: ['paused', 'completed', 'merged'],
  paused: ['re-activated', 'completed', 'merged'],
  completed: ['re-activated'],
  merged: ['re-activated'],
  're-activated': ['paused', 'completed', 'merged'],
};

/** The states that a body can go to. Nothing is deleted: what ended can be taken up again. */
export function nextStates(state: BodyState): readonly BodyState[] {
  return next[state];
}

/** A slug people can read, made unlike every other by the end of an id. */
export function bodySlug(name: string, id: string): string {
  return uniqueSlug(name, id);
}
