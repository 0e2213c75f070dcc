import type { Bilingual, Language } from '#app/platform/language/language.ts';

const summary: Bilingual = {
  en: 'The four areas of the plan, from the outside in: social development, prevention, risk intervention, incident response',
  fr: 'Les quatre volets du plan, de l’extérieur vers l’intérieur : développement social, prévention, intervention en fonction des risques, réponse aux incidents',
};
const labels = {
  en: ['Social development', 'Prevention', 'Risk intervention', 'Incident', 'response'],
  fr: ['Développement social', 'Prévention', 'Selon les risques', 'Réponse aux', 'incidents'],
} as const;

/** The rings of the provincial framework. Their four colours stand for the areas and for nothing else. */
export function FourAreas({ language }: { language: Language }) {
  const [social, prevention, risk, first, second] = labels[language];
  return (
    <svg viewBox="0 0 420 420" role="img" aria-label={summary[language]}>
      <g fill="none" stroke-width="34">
        <circle cx="210" cy="210" r="186" stroke="#2f7540" />
        <circle cx="210" cy="210" r="146" stroke="#2f6fb2" />
        <circle cx="210" cy="210" r="106" stroke="#e3a51a" />
      </g>
      <circle cx="210" cy="210" r="83" fill="#b8322a" />
      <defs>
        <path id="ring-4" d="M30.2 210a179.8 179.8 0 0 1 359.6 0" />
        <path id="ring-3" d="M70.2 210a139.8 139.8 0 0 1 279.6 0" />
        <path id="ring-2" d="M110.2 210a99.8 99.8 0 0 1 199.6 0" />
      </defs>
      <g fill="#fff" font-size="18" font-weight="650" text-anchor="middle" aria-hidden="true">
        <text><textPath href="#ring-4" startOffset="50%">{social}</textPath></text>
        <text><textPath href="#ring-3" startOffset="50%">{prevention}</textPath></text>
        <text fill="#17211f"><textPath href="#ring-2" startOffset="50%">{risk}</textPath></text>
        <text x="210" y="206">{first}</text>
        <text x="210" y="228">{second}</text>
      </g>
    </svg>
  );
}
