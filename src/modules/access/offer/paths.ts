/** Addresses of offers, without their language. */
export const offerPaths = {
  list: '/access/offers',
  make: (vacancy: string) => `/access/vacancies/${vacancy}/offers`,
  step: (vacancy: string, offer: string) => `/access/vacancies/${vacancy}/offers/${offer}`,
} as const;
