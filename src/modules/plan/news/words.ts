import type { Words } from '#app/platform/language/language.ts';

const en = {
  published: (title: string, number: string | undefined) => `The report “${title}”${number ? ` (${number})` : ''} is published.`,
};

export const newsWords: Words<typeof en> = {
  en,
  fr: {
    published: (title, number) => `Le rapport « ${title} »${number ? ` (${number})` : ''} est publié.`,
  },
};
