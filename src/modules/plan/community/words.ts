import type { Words } from '#app/platform/language/language.ts';

const en = {
  accessibility: 'Accessibility',
  accessibilityParts: [
    { heading: 'What we aim for', text: 'These pages are built to meet WCAG 2.2 at level AA, in English and French.' },
    { heading: 'How you can use them', text: 'With a keyboard alone, with a screen reader, at 400 % zoom, on a narrow screen, in light or dark colours, printed, and without JavaScript.' },
    { heading: 'States and colours', text: 'No state speaks by colour alone: each has a shape and words. Drawings have a text beside them.' },
    { heading: 'Links to other sites', text: 'The sources that these pages rest on are published by others. Some of them are not accessible, or only in English; ask us and we tell you what stands there.' },
    { heading: 'What we know falls short', text: 'Programs check these pages for barriers in both languages; people who use screen readers or switches have not tested them yet. Sealed reports are written with JavaScript; without it, that page names other ways. What residents and organisations wrote stands in their own language. PDF reports are tagged, but only programs have read them; the same report is also a web page.' },
  ],
  barrier: 'Tell us about a barrier',
  barrierText: 'Write to us when something does not work for you, or when you need a page in another form:',
  privacy: 'Privacy',
  reading: 'When you only read',
  readingText: 'Reading these pages needs no account and sets no cookie. Nothing follows you from page to page, and no other company is told of your visit.',
  writing: 'When you write to us or ask for updates',
  authority: 'By what right',
  limits: 'What is kept of your connection',
  limitsText: 'To stop floods of requests, forms are counted for a short time under a coded form of your network address, from which the address cannot be read. The address itself is not stored.',
  contact: 'Whom you can ask',
  contactText: 'To see, correct or withdraw what you gave us, or to ask about it:',
};

export const communityWords: Words<typeof en> = {
  en,
  fr: {
    accessibility: 'Accessibilité',
    accessibilityParts: [
      { heading: 'Ce que nous visons', text: 'Ces pages sont conçues pour respecter les WCAG 2.2 au niveau AA, en français et en anglais.' },
      { heading: 'Comment vous pouvez les utiliser', text: 'Au clavier seul, avec un lecteur d’écran, agrandies à 400 %, sur un écran étroit, en couleurs claires ou sombres, imprimées, et sans JavaScript.' },
      { heading: 'États et couleurs', text: 'Aucun état n’est exprimé par la couleur seule : chacun a une forme et des mots. Les dessins sont accompagnés d’un texte.' },
      { heading: 'Liens vers d’autres sites', text: 'Les sources sur lesquelles reposent ces pages sont publiées par d’autres. Certaines ne sont pas accessibles, ou n’existent qu’en anglais; demandez-nous ce qu’elles disent.' },
      { heading: 'Ce que nous savons imparfait', text: 'Des programmes vérifient ces pages dans les deux langues; des personnes qui se servent d’un lecteur d’écran ou d’un contacteur ne les ont pas encore mises à l’essai. Les signalements scellés s’écrivent avec JavaScript; sans lui, la page indique d’autres moyens. Ce qu’ont écrit les gens et les organismes reste dans leur langue. Les rapports en PDF sont balisés, mais seuls des programmes les ont lus; le même rapport existe aussi comme page Web.' },
    ],
    barrier: 'Signaler un obstacle',
    barrierText: 'Écrivez-nous si quelque chose ne fonctionne pas pour vous, ou s’il vous faut une page sous une autre forme :',
    privacy: 'Vie privée',
    reading: 'Quand vous ne faites que lire',
    readingText: 'Lire ces pages ne demande aucun compte et ne dépose aucun témoin. Rien ne vous suit d’une page à l’autre, et aucune autre entreprise n’est informée de votre visite.',
    writing: 'Quand vous nous écrivez ou demandez des nouvelles',
    authority: 'De quel droit',
    limits: 'Ce qui est gardé de votre connexion',
    limitsText: 'Pour arrêter les envois en masse, les formulaires sont comptés pendant un court moment sous une forme codée de votre adresse réseau, dont on ne peut tirer l’adresse. L’adresse elle-même n’est pas conservée.',
    contact: 'À qui vous adresser',
    contactText: 'Pour voir, corriger ou retirer ce que vous nous avez donné, ou pour poser une question :',
  },
};
