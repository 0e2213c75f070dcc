import type { Condition, Item, ItemType, Questionnaire, Resource } from './fhir.ts';
import type { Expression } from './expression.ts';
import type { Issue } from './issue.ts';
import type { Options } from './options.ts';
import type { Pattern } from './patterns.ts';

/** A variable of a scope; without an expression (a query for a server, a launch context) it is empty. */
export type Variable = { readonly name: string; readonly expression: Expression | undefined };

export type Constraint = { readonly key: string; readonly severity: 'error' | 'warning'; readonly human: string; readonly expression: Expression };

/** A condition of enableWhen with the way to its question: up to the nearest common ancestor, then down. */
export type CompiledCondition = {
  readonly condition: Condition;
  readonly source: CompiledItem;
  readonly ancestor: CompiledItem | undefined;
  readonly down: readonly CompiledItem[];
  /** The two items wait for each other: the answer counts as it stands, whether its question is enabled or not. */
  readonly circular: boolean;
};

export type CompiledItem = {
  readonly linkId: string;
  readonly type: ItemType;
  readonly definition: Item;
  readonly parent: CompiledItem | undefined;
  readonly children: readonly CompiledItem[];
  readonly depth: number;
  /** Place among its siblings. */
  readonly position: number;
  /** The number a person sees, on screen and on paper; empty for notes and hidden items. */
  readonly number: string;
  readonly required: boolean;
  readonly repeats: boolean;
  /** Not typed by anybody: stated by the definition, or calculated. */
  readonly readOnly: boolean;
  readonly hidden: boolean;
  readonly control: string | undefined;
  /** Names of the value[x] that an answer may have, such as `Coding`; none for groups and notes. */
  readonly answerTypes: readonly string[];
  readonly options: Options;
  readonly pattern: Pattern | undefined;
  readonly conditions: readonly CompiledCondition[];
  readonly behavior: 'all' | 'any';
  readonly enableExpression: Expression | undefined;
  readonly calculated: Expression | undefined;
  readonly initial: Expression | undefined;
  readonly variables: readonly Variable[];
  readonly constraints: readonly Constraint[];
};

/** A questionnaire that was read, checked and prepared once; evaluate, validate, score and render use it many times. */
export type Compiled = {
  /** The questionnaire as it came; nothing in it was changed. */
  readonly source: Questionnaire;
  readonly items: readonly CompiledItem[];
  /** All items, parents before children. */
  readonly all: readonly CompiledItem[];
  readonly byLinkId: ReadonlyMap<string, CompiledItem>;
  /** All items in the order in which their enablement can be decided. */
  readonly order: readonly CompiledItem[];
  readonly variables: readonly Variable[];
  readonly constraints: readonly Constraint[];
  /** What was noticed and does not prevent use; errors refuse the questionnaire. */
  readonly notices: readonly Issue[];
  readonly dynamic: boolean;
};

export type CompileOptions = {
  /** Value sets and code systems that the questionnaire refers to and does not contain. */
  readonly valueSets?: readonly Resource[] | undefined;
};
