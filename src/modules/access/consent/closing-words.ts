import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'Closed records', lead: 'Records that their people have closed to a whole organisation. Nobody there can see the instruction any more: lift it when the person asks for it, and for no other reason.',
  none: 'No record is closed to a whole organisation.', identity: 'Identity, and with it the record', agency: 'An organisation', hidden: 'not even shown to be withheld', record: 'Record number', lift: 'The person asks: lift it',
};
export const closingWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Dossiers fermés', lead: 'Des dossiers que leurs personnes ont fermés à un organisme entier. Plus personne n’y voit la directive : levez-la quand la personne le demande, et pour aucune autre raison.',
    none: 'Aucun dossier n’est fermé à un organisme entier.', identity: 'L’identité, et avec elle le dossier', agency: 'Un organisme', hidden: 'sans même en montrer la mention', record: 'Numéro de dossier', lift: 'La personne le demande : lever',
  },
};
