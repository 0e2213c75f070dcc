import type { Child } from 'hono/jsx';
import type { Language } from '#app/platform/language/language.ts';
import { barExample, lineExample, multiplesExample, tilesExample } from './charts/chart.examples.ts';
import { ChartFigure } from './charts/figure.tsx';
import { Sparkline } from './charts/spark.tsx';
import { Checkboxes, Radios, Select, Textarea, TextInput } from './components/fields.tsx';
import { Form } from './components/form-page.tsx';
import { FourAreas } from './components/four-areas.tsx';
import { Breadcrumbs, Crisis, Sources, SummaryList, Thread } from './components/pieces.tsx';
import { NewTag, State } from './components/state.tsx';
import type { PageFrame } from './page-frame.ts';

export type Example = { readonly name: string; readonly render: (frame: PageFrame) => Child };

const pick = (language: Language, en: string, fr: string) => (language === 'en' ? en : fr);

/** One example of each component; they feed the style page and the tests. */
export const examples: readonly Example[] = [
  {
    name: 'State',
    render: ({ language }) => (
      <p>
        <State language={language} state={{ kind: 'done' }} /> <State language={language} state={{ kind: 'on-time' }} /> <State language={language} state={{ kind: 'late', days: 24 }} />{' '}
        <State language={language} state={{ kind: 'stalled', since: '2019-03-03' }} /> <State language={language} state={{ kind: 'withdrawn' }} /> <NewTag language={language} />
      </p>
    ),
  },
  {
    name: 'Thread',
    render: ({ language }) => (
      <Thread steps={[
        { title: pick(language, 'Raised', 'Soulevé'), text: pick(language, 'by a resident', 'par une résidente'), date: '2018' },
        { title: pick(language, 'Decided', 'Décidé'), text: pick(language, 'with reasons', 'avec des raisons'), date: '2019' },
        { title: pick(language, 'Reported', 'Rapporté'), text: pick(language, 'to council', 'au conseil'), next: true },
      ]} />
    ),
  },
  { name: 'Crisis', render: ({ language }) => <Crisis language={language} level={3} /> },
  { name: 'FourAreas', render: ({ language }) => <FourAreas language={language} /> },
  { name: 'Breadcrumbs', render: ({ language }) => <Breadcrumbs language={language} steps={[{ path: '/plan', label: pick(language, 'The plan', 'Le plan') }]} /> },
  { name: 'SummaryList', render: ({ language }) => <SummaryList rows={[{ label: pick(language, 'Place', 'Lieu'), value: 'Testville' }, { label: pick(language, 'What', 'Quoi'), value: '<b>&</b>' }]} /> },
  { name: 'Sources', render: ({ language }) => <Sources language={language} sources={[{ title: 'Plan', url: 'https://example.org/plan' }]} /> },
  {
    name: 'Charts',
    render: ({ language }) => (
      <>
        {[lineExample, barExample, multiplesExample, tilesExample].map((chart) => <ChartFigure language={language} chart={chart} />)}
        <p>{pick(language, 'A sparkline in a line of text:', 'Une courbe miniature dans une ligne de texte :')} <Sparkline language={language} points={lineExample.points} /></p>
      </>
    ),
  },
  {
    name: 'Form',
    render: (frame) => {
      const { language } = frame;
      const options = [{ value: 'a', label: pick(language, 'First', 'Premier') }, { value: 'b', label: pick(language, 'Second', 'Deuxième'), hint: pick(language, 'With a note', 'Avec une note') }];
      const missing = pick(language, 'Write what happened', 'Écrivez ce qui s’est passé');
      return (
        <Form frame={frame} errors={{ 'example-text': missing }} back hidden={[['kept', 'yes']]}>
          <TextInput name="example-text" label={pick(language, 'What happened?', 'Que s’est-il passé?')} hint={pick(language, 'A few words.', 'Quelques mots.')} error={missing} value={'"quoted" <typed>'} />
          <Textarea name="example-area" label={pick(language, 'Tell us more', 'Dites-nous-en plus')} />
          <Radios name="example-radio" label={pick(language, 'Choose one', 'Choisissez-en un')} options={options} value="a" />
          <Checkboxes name="example-check" label={pick(language, 'Choose some', 'Choisissez-en')} options={options} values={['b']} />
          <Select name="example-select" label={pick(language, 'Pick', 'Choisir')} options={options} value="b" />
        </Form>
      );
    },
  },
];
