import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'What was promised, and how it stands', lead: 'One page for the leadership group: what is late, what each table promised, which issue led to what, and which seats stand empty.',
  summary: (open: number, late: number, kept: number) => `${open} commitments are open, ${late === 0 ? 'none is late' : late === 1 ? 'one is late' : `${late} are late`}; ${kept === 1 ? 'one was kept' : `${kept} were kept`} in the last 90 days.`,
  late: 'Late', nothingLate: 'Nothing is late.', tables: 'By table', table: 'Table', open: 'Open', lateCount: 'Late', next: 'Next due', none: 'none', kept: 'Kept in 90 days',
  chains: 'Which issue led to what', chainsNone: 'No key issue came from an issue that was brought forward yet.', seats: 'Seats that the law asks for', decide: 'Waits for a decision', nothingToDecide: 'Nothing waits for a decision.', all: 'Everything promised',
};
export const leadershipWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Ce qui a été promis, et où on en est', lead: 'Une page pour le groupe de leadership : ce qui est en retard, ce que chaque table a promis, quel enjeu a mené à quoi, et quels sièges sont vacants.',
    summary: (open, late, kept) => `${open} engagements sont ouverts, ${late === 0 ? 'aucun n’est en retard' : late === 1 ? 'un est en retard' : `${late} sont en retard`}; ${kept === 1 ? 'un a été tenu' : `${kept} ont été tenus`} au cours des 90 derniers jours.`,
    late: 'En retard', nothingLate: 'Rien n’est en retard.', tables: 'Par table', table: 'Table', open: 'Ouverts', lateCount: 'En retard', next: 'Prochaine échéance', none: 'aucune', kept: 'Tenus en 90 jours',
    chains: 'Quel enjeu a mené à quoi', chainsNone: 'Aucun enjeu clé n’est encore issu d’un enjeu soulevé.', seats: 'Sièges exigés par la loi', decide: 'En attente d’une décision', nothingToDecide: 'Rien n’attend de décision.', all: 'Tout ce qui est promis',
  },
};
