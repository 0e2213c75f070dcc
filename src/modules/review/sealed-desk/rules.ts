/** Whoever holds neither role gets the answer of a page that does not exist, the administrator too. */
export const deskSeats = { roles: ['sealed-reader', 'sealed-chair'] } as const;
export const deskChair = { roles: ['sealed-chair'] } as const;

export const mailboxStates = ['open', 'in-touch', 'closed'] as const;
export type MailboxState = (typeof mailboxStates)[number];
export const isState = (text: string): text is MailboxState => mailboxStates.some((one) => one === text);

/** Most bytes of an answer's form: the bucket of 256 KiB in base64, and a little. */
export const answerBody = 420_000;
