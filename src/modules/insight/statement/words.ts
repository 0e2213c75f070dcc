import type { Words } from '#app/platform/language/language.ts';

const en = {
  strengths: { strong: 'strong', moderate: 'moderate', limited: 'limited', opinion: 'opinion or convention' },
  meanings: {
    strong: 'A complete count, or several good studies that agree.',
    moderate: 'One good survey or study, or a model whose uncertainty is stated.',
    limited: 'One source that could not be checked, a small sample, or a plan that was not tried here.',
    opinion: 'What people or experts hold or have agreed on. Nothing was measured.',
  },
  guidances: { 'lradg-2011': 'Low-Risk Alcohol Drinking Guidelines (2011)', 'cgah-2023': 'Canada’s Guidance on Alcohol and Health (2023)' },
  evidence: 'Evidence: ',
  source: 'Source: ',
  sources: 'Sources: ',
  madeUp: 'Made up for the demonstration',
  stop: '. ',
};

export const statementWords: Words<typeof en> = {
  en,
  fr: {
    strengths: { strong: 'solide', moderate: 'moyenne', limited: 'limitée', opinion: 'opinion ou convention' },
    meanings: {
      strong: 'Un dénombrement complet, ou plusieurs bonnes études qui concordent.',
      moderate: 'Une bonne enquête ou étude, ou un modèle dont l’incertitude est indiquée.',
      limited: 'Une seule source qui n’a pu être vérifiée, un petit échantillon, ou une mesure qui n’a pas été essayée ici.',
      opinion: 'Ce que des gens ou des spécialistes pensent ou ont convenu. Rien n’a été mesuré.',
    },
    guidances: { 'lradg-2011': 'Directives de consommation d’alcool à faible risque (2011)', 'cgah-2023': 'Repères canadiens sur l’alcool et la santé (2023)' },
    evidence: 'Force de la preuve : ',
    source: 'Source : ',
    sources: 'Sources : ',
    madeUp: 'Inventé pour la démonstration',
    stop: '. ',
  },
};
