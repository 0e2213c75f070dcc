/** How a value stands, weightiest first. Each is drawn in a shape of its own and said in words. */
export const standings = ['withheld', 'revision', 'provisional', 'stale'] as const;
export type Standing = (typeof standings)[number];

/** A value as a chart shows it; all texts are in the reader's language. `value` and `printed` are both absent where the value is withheld. */
export type Shown = {
  readonly value?: number | undefined;
  /** The value as people read it: 1,925; 8.2%. Every label, sentence and table of the chart has this and nothing else. */
  readonly printed?: string | undefined;
  /** The interval in which the true value lies with the confidence that the measure states. */
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly standings?: readonly Standing[] | undefined;
  /** What stood here before it was revised. */
  readonly earlier?: { readonly value: number; readonly printed: string } | undefined;
};

/** A value of a period. `day` (YYYY-MM-DD) is where it stands across; `tick` is the short name of the period below it. */
export type Point = Shown & {
  readonly day: string;
  readonly period: string;
  readonly tick: string;
  /** Counted by another definition than the point before: no line joins the two. */
  readonly redefined?: boolean | undefined;
};

export type Bar = Shown & { readonly label: string };

/** A place as a tile. Columns and rows count from 0 and may be fractions: tiles stand roughly where the places lie. */
export type Tile = Shown & { readonly label: string; readonly column: number; readonly row: number };

/** What is aimed at: `at-most` where less is better. */
export type Target = { readonly value: number; readonly printed: string; readonly direction: 'at-most' | 'at-least'; readonly by?: string | undefined };

type Common = {
  readonly title: string;
  /** What is counted, in which unit: the head of the table's value column. */
  readonly measure: string;
  readonly target?: Target | undefined;
};

/** Points oldest first. */
export type LineChart = Common & { readonly kind: 'line'; readonly points: readonly Point[] };
/** `category` heads the first column of the table. */
export type BarChart = Common & { readonly kind: 'bars'; readonly category: string; readonly bars: readonly Bar[] };
export type MultiplesChart = Common & { readonly kind: 'multiples'; readonly category: string; readonly parts: readonly { readonly label: string; readonly points: readonly Point[] }[] };
export type TilesChart = Common & { readonly kind: 'tiles'; readonly category: string; readonly tiles: readonly Tile[] };

/** A chart as data: plain values that can be stored and drawn again. */
export type Chart = LineChart | BarChart | MultiplesChart | TilesChart;

/** The room that a drawing has, in units of which the type is `type` high. A narrow one keeps its type readable on a phone. */
export type Room = { readonly name: 'narrow' | 'wide'; readonly width: number; readonly height: number; readonly type: number };
export const rooms = {
  narrow: { name: 'narrow', width: 288, height: 230, type: 14 },
  wide: { name: 'wide', width: 640, height: 280, type: 14 },
} as const satisfies Readonly<Record<string, Room>>;

export function isShown(shown: Shown): shown is Shown & { readonly value: number; readonly printed: string } {
  return shown.value !== undefined && shown.printed !== undefined;
}

/** Whether a value meets a target. */
export function meets(value: number, target: Target): boolean {
  return target.direction === 'at-most' ? value <= target.value : value >= target.value;
}
