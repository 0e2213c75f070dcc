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
