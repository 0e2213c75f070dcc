import { accessPaths } from '../paths.ts';

/** The form of the consent that a referral needs, which leads back to the referral. An organisation without people here is named as one of the directory. */
export function consentFor(person: string, to: { readonly service: string; readonly agency: string | null; readonly organization: string }, previous?: string): string {
  const query = new URLSearchParams({ ...(to.agency ? { agency: to.agency } : { organization: to.organization }), service: to.service, ...(previous ? { previous } : {}) });
  return `${accessPaths.consentNew(person)}?${query.toString()}`;
}
/** Addresses of referrals, without their language. */
export const referralPaths = {
  inbox: '/access/referrals',
  outbox: '/access/referrals/sent',
  bounces: '/access/referrals/bounces',
  choose: (person: string) => `/access/persons/${person}/referrals/new`,
  ofPerson: (person: string) => `/access/persons/${person}/referrals`,
  form: (person: string, service: string) => `/access/persons/${person}/referrals/new/${service}`,
  show: (id: string) => `/access/referrals/${id}`,
  step: (id: string, step: string) => `/access/referrals/${id}/steps/${step}`,
  code: (id: string) => `/access/referrals/${id}/code`,
  sendAgain: (id: string) => `/access/referrals/${id}/link`,
  link: '/access/referral-link',
  linkStep: (step: string) => `/access/referral-link/steps/${step}`,
  follow: '/access/follow',
  followWithdraw: '/access/follow/withdraw',
  followAnswer: '/access/follow/answer',
  waits: '/access/wait-times',
} as const;
