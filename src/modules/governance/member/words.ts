import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'Members', lead: 'Members sit by their office. Addresses serve for invitations and links; nobody reads them here again, a new one replaces the old.',
  none: 'No member is recorded yet.', name: 'Name', officeEn: 'Office, in English', officeFr: 'Office, in French', officeHint: 'Such as: Director of housing', agency: 'Organisation', noAgency: 'None of these', chairs: 'Chairs the body', email: 'E-mail address', emailHint: 'Optional. Invitations and links go there. If an account has it, the member sees her work in “my day”.', language: 'Language of mails',
  add: 'Add the member', noName: 'Write the name', noOfficeEn: 'Write the office in English', noOfficeFr: 'Write the office in French', badEmail: 'Give an address such as name@example.org, or leave it empty', since: (date: string) => `since ${date}`, until: (date: string) => `until ${date}`, chair: 'Chair', leave: 'Leaves today', withAccount: 'has an account',
};
export const memberWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Membres', lead: 'Les membres siègent selon leur fonction. Les adresses servent aux convocations et aux liens; personne ne les relit ici, une nouvelle remplace l’ancienne.',
    none: 'Aucun membre n’est encore inscrit.', name: 'Nom', officeEn: 'Fonction, en anglais', officeFr: 'Fonction, en français', officeHint: 'Par exemple : direction du logement', agency: 'Organisme', noAgency: 'Aucun de ceux-ci', chairs: 'Préside l’instance', email: 'Adresse courriel', emailHint: 'Facultatif. Les convocations et les liens y sont envoyés. Si un compte la porte, la personne voit son travail dans « Ma journée ».', language: 'Langue des courriels',
    add: 'Ajouter le membre', noName: 'Écrivez le nom', noOfficeEn: 'Écrivez la fonction en anglais', noOfficeFr: 'Écrivez la fonction en français', badEmail: 'Donnez une adresse comme nom@exemple.org, ou laissez le champ vide', since: (date) => `depuis le ${date}`, until: (date) => `jusqu’au ${date}`, chair: 'Présidence', leave: 'Quitte aujourd’hui', withAccount: 'a un compte',
  },
};
