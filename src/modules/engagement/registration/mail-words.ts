import type { Words } from '#app/platform/language/language.ts';

const titled = (text: (title: string) => string) => text;
const counted = (text: (title: string, people: number) => string) => text;

const en = {
  subjects: {
    registered: titled((title) => `You are registered: ${title}`), waiting: titled((title) => `You are on the waiting list: ${title}`), place: titled((title) => `You have a place now: ${title}`),
    reminder: titled((title) => `In two days: ${title}`), moved: titled((title) => `Changed: ${title}`), cancelled: titled((title) => `Cancelled: ${title}`),
  },
  texts: {
    registered: counted((title, people) => `Thank you. You are registered for “${title}”${people > 1 ? `, for ${people} people` : ''}. A file for your calendar is attached.`),
    waiting: counted((title, people) => `All places of “${title}” are taken. You are on the waiting list${people > 1 ? `, for ${people} people` : ''}. We write to you if a place becomes free for you.`),
    place: counted((title, people) => `A place became free: you are now registered for “${title}”${people > 1 ? `, for ${people} people` : ''}. If you can no longer come, please cancel with the link below, so that somebody else can.`),
    reminder: counted((title, people) => `This is the reminder of “${title}”${people > 1 ? `, for ${people} people` : ''}. We look forward to seeing you.`),
    moved: counted((title) => `The day, time or place of “${title}” has changed. This holds now:`),
    cancelled: counted((title) => `“${title}” is cancelled. We are sorry.`),
  },
  link: (address: string) => `Change or cancel your registration, without an account:\n${address}`,
};

/** Words of the mails to whoever registered. */
export const registrationMailWords: Words<typeof en> = {
  en,
  fr: {
    subjects: {
      registered: (title) => `Inscription confirmée : ${title}`, waiting: (title) => `Liste d’attente : ${title}`, place: (title) => `Vous avez maintenant une place : ${title}`,
      reminder: (title) => `Dans deux jours : ${title}`, moved: (title) => `Changement : ${title}`, cancelled: (title) => `Annulation : ${title}`,
    },
    texts: {
      registered: (title, people) => `Merci. Votre inscription à « ${title} » est confirmée${people > 1 ? `, pour ${people} personnes` : ''}. Un fichier pour votre calendrier est joint.`,
      waiting: (title, people) => `Toutes les places de « ${title} » sont prises. Vous êtes sur la liste d’attente${people > 1 ? `, pour ${people} personnes` : ''}. Nous vous écrirons si une place se libère pour vous.`,
      place: (title, people) => `Une place s’est libérée : vous êtes maintenant sur la liste des personnes inscrites à « ${title} »${people > 1 ? `, pour ${people} personnes` : ''}. Si vous ne pouvez plus venir, veuillez annuler par le lien ci-dessous, pour que quelqu’un d’autre puisse venir.`,
      reminder: (title, people) => `Voici le rappel de la rencontre « ${title} »${people > 1 ? `, pour ${people} personnes` : ''}. Au plaisir de vous y voir.`,
      moved: (title) => `Le jour, l’heure ou le lieu de « ${title} » a changé. Voici ce qui vaut maintenant :`,
      cancelled: (title) => `La rencontre « ${title} » est annulée. Nous en sommes désolés.`,
    },
    link: (address) => `Modifier ou annuler votre inscription, sans compte :\n${address}`,
  },
};
