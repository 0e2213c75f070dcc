import type { Language } from '#app/platform/language/language.ts';
import { type Chart, rooms } from './chart.ts';
import { Drawing } from './drawing.tsx';

const text = 'fill:#17211f';
/** The look of styles/charts.css for a file of its own: the light colours, without properties that other programs do not know. */
const style = `text{font-family:"Atkinson Hyperlegible Next",sans-serif;${text}}.tick,.said{fill:#52605c}.label,.value{font-weight:600}.said{font-weight:400}.aim{fill:#9a3b12;font-weight:600}
.rail{stroke:#dcd8cf}.axis{stroke:#6f7b77}.curve{fill:none;stroke:#0d5c55;stroke-width:2.5;stroke-linecap:round;stroke-linejoin:round}.curve.broken{stroke-dasharray:2 6}.dot{fill:#0d5c55}
.hollow{fill:#fff;stroke:#0d5c55;stroke-width:2.5}.hollow.broken{stroke-dasharray:3 2}.spread{fill:#0d5c55;fill-opacity:.16}.whisker{fill:none;stroke:#0d5c55;stroke-width:1.5}.target{stroke:#9a3b12;stroke-width:2;stroke-dasharray:8 5}
.gap,.redefined{stroke:#6f7b77;stroke-dasharray:1 4}.cross,.earlier{fill:none;stroke:#52605c;stroke-width:2}.earlier{stroke-width:1.5}.strip{fill:#0d5c55}.strip.broken{fill:#e3f0ed;stroke:#0d5c55;stroke-width:2;stroke-dasharray:4 3}
.tile rect{fill:#fff;stroke:#0d5c55;stroke-width:1.5}.tile.broken rect,.tile.none rect{stroke-dasharray:4 3}.shade-2 rect{fill:#d3e8e4}.shade-3 rect{fill:#8fc4bc}.shade-4 rect{fill:#0d5c55}.shade-4 text{fill:#fff}`.replaceAll('\n', '');

/** A chart as an SVG file that needs nothing else. */
export function chartFile(language: Language, chart: Chart): string {
  return String(<Drawing language={language} chart={chart} room={rooms.wide} style={style} />);
}
