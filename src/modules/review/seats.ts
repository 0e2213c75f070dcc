/** Whoever holds none of these roles gets the same answer as for a page that does not exist, the administrator too. The database decides what rows there are. */
export const seats = { roles: ['case-reviewer', 'police-liaison', 'review-chair'] } as const;
export const chair = { roles: ['review-chair'] } as const;
export const liaison = { roles: ['police-liaison'] } as const;
export const reviewers = { roles: ['case-reviewer'] } as const;
/** Who follows recommendations: the seats, and the plan office, which sees what is promised but not the evidence. */
export const followers = { roles: [...seats.roles, 'plan-manager'] } as const;
/** Who says which course answers a recommendation. */
export const linkers = { roles: ['review-chair', 'police-liaison'] } as const;
