import type { Document } from './model.ts';

/** A document with every kind of block, and with text that would be code, markup or a formula if it were not set as text. */
export const sample: Document = {
  language: 'fr', title: 'Mise à jour n° 1 : « l’été » <b>', date: '2019-06-03', author: 'Plan', notice: 'Démonstration.', kicker: 'Rapport au conseil',
  details: [{ term: 'Numéro', text: 'SS-11-19/MO-15-19' }, { term: 'Destinataire', text: 'Conseil' }],
  blocks: [
    { kind: 'heading', level: 2, text: 'Objet' },
    { kind: 'paragraph', content: [{ kind: 'text', text: 'Un texte #let x = 1 $y$ *étoile* _trait_ @nom [crochet] \\ ' }, { kind: 'strong', text: 'fort' }, { kind: 'text', text: '.' }] },
    { kind: 'list', items: [[{ kind: 'text', text: '=1+1 premier' }], [{ kind: 'link', text: 'second', path: '/plan/priorities/two' }]] },
    { kind: 'heading', level: 3, text: 'Un enjeu' },
    {
      kind: 'table', caption: 'Jalons', header: ['Jalon', 'État', 'Chiffre'],
      rows: [
        [[{ kind: 'text', text: 'Former' }], [{ kind: 'state', state: 'late', text: 'En retard de 3 jours', path: '/plan/priorities/one' }], [{ kind: 'figure', slug: 'belonging', text: '32 %', path: '/plan/figures/belonging' }]],
        [[{ kind: 'text', text: 'Choisir' }], [{ kind: 'state', state: 'done', text: 'Réalisé', path: '/plan/priorities/one' }], [{ kind: 'text', text: '–' }]],
      ],
    },
  ],
};
