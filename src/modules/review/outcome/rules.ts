/** Why two reviewers had come to something different, as both see it after talking. */
export const settleReasons = ['overlooked', 'evidence', 'law', 'code', 'bias'] as const;
export type SettleReason = (typeof settleReasons)[number];
/** What the police did about an outcome. */
export const answerKinds = ['done', 'partly', 'declined'] as const;
export type AnswerKind = (typeof answerKinds)[number];
/** Why they did not, or not all of it. */
export const declineReasons = ['evidence', 'law', 'wish', 'time'] as const;
export type DeclineReason = (typeof declineReasons)[number];
/** How many days the police have to answer. */
export const answerDays = 30;
