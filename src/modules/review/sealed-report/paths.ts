/** Addresses of the page for whoever comes forward, without the language. */
export const sealedPaths = {
  page: '/review/sealed-report',
  messages: '/review/sealed-report/messages',
  mailbox: '/review/sealed-report/mailbox',
  upload: '/review/sealed-report/upload',
  leave: '/review/sealed-report/leave',
} as const;
