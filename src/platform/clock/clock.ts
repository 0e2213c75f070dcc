/** The only source of time. A demonstration's clock starts where its community says and runs on from there. */
export type Clock = {
  now(): Date;
  /** What this clock showed when the machine's showed `machine` (milliseconds since 1970). */
  at(machine: number): Date;
  readonly demonstration: boolean;
};

export const realClock: Clock = { now: () => new Date(), at: (machine) => new Date(machine), demonstration: false };

/** The machine's own clock in milliseconds since 1970: for how long something took or lies back, never for what a date is. */
export function machineNow(): number {
  return Date.now();
}

/** A clock that showed `start` when the machine showed `since`; both as instants. */
export function demonstrationClock(start: Date, since: Date): Clock {
  const at = (machine: number) => new Date(start.getTime() + Math.max(0, machine - since.getTime()));
  return { now: () => at(Date.now()), at, demonstration: true };
}

/** A clock that a test sets by hand. */
export function setClock(start: string): Clock & { set(moment: string): void; advance(milliseconds: number): void } {
  let moment = new Date(start);
  return {
    demonstration: true,
    now: () => moment,
    at: () => moment,
    set: (next) => {
      moment = new Date(next);
    },
    advance: (milliseconds) => {
      moment = new Date(moment.getTime() + milliseconds);
    },
  };
}

/** The calendar date (YYYY-MM-DD) of an instant in a time zone. */
export function dateIn(timeZone: string, moment: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(moment);
}

/** The instant at which the wall clock of a time zone shows `local` (YYYY-MM-DDTHH:MM). In the gap of a time change, the instant just after it. */
export function instantIn(timeZone: string, local: string): Date {
  const wall = Date.parse(`${local}:00Z`);
  if (Number.isNaN(wall)) throw new RangeError(`not a local date and time: ${local}`);
  const offset = (at: number): number => {
    const parts = new Intl.DateTimeFormat('en-US', {
      timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    }).formatToParts(new Date(at));
    const part = (type: string) => Number(parts.find((p) => p.type === type)?.value);
    return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - at;
  };
  const guess = wall - offset(wall);
  return new Date(wall - offset(guess));
}
