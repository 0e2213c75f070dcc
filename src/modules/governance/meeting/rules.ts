import type { Item } from '../matter/queries.ts';
import type { Meeting, MeetingState } from './queries.ts';

const next: Readonly<Record<MeetingState, readonly MeetingState[]>> = {
  planned: ['called', 'open', 'cancelled'],
  called: ['open', 'cancelled'],
  open: ['closed'],
  closed: [],
  cancelled: [],
};

/** Whether a meeting may go from one state to another; what was held or called off stays so. */
export function mayBecome(from: MeetingState, to: MeetingState): boolean {
  return next[from].includes(to);
}

/** The agenda can change until the meeting has been held. */
export function agendaIsOpen(meeting: Pick<Meeting, 'state'>): boolean {
  return meeting.state === 'planned' || meeting.state === 'called' || meeting.state === 'open';
}

/** The minutes can be worded while they are a draft. */
export function minutesAreDraft(meeting: Pick<Meeting, 'minutesState'>): boolean {
  return meeting.minutesState === 'draft';
}

/** An item's papers, order and privacy can change while its meeting has not been held and its matter has not ended. */
export function takesChanges(meeting: Pick<Meeting, 'state'>, item: Pick<Item, 'matter'>): boolean {
  return agendaIsOpen(meeting) && item.matter.endedAt === null;
}

/** What is said, decided and agreed is recorded in the meeting, until the item has a result. */
export function takesResults(meeting: Pick<Meeting, 'state'>, item: Pick<Item, 'outcome'>): boolean {
  return meeting.state === 'open' && item.outcome === null;
}
