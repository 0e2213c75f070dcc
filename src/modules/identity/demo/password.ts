/** Printed on the sign-in page of every demonstration; no other installation has an account with it. */
export const demoPassword = 'round table six seats';
