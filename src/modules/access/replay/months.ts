import { formatMonth, leadingMonth } from '#app/methods/timeline/month.ts';

/** The last month that is over on a day, YYYY-MM. */
export const lastFullMonth = (today: string): string => formatMonth((leadingMonth(today) ?? 1) - 1);
/** The first of the twelve months that end with one. */
export const firstOfTwelve = (month: string): string => formatMonth((leadingMonth(`${month}-01`) ?? 11) - 11);
