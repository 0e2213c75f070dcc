import type { Language } from '#app/platform/language/language.ts';
import { type Chart, rooms } from './chart.ts';
import { Drawing } from './drawing.tsx';

/** The look of styles/charts.css for a file of its own: the light colours, without properties that other programs do not know. */
export const chartFileStyle = `.drawing text{font-family:"Atkinson Hyperlegible Next",sans-serif;fill:#17211f}.drawing .tick,.drawing .said{fill:#52605c}.drawing .label,.drawing .value{font-weight:600}
.drawing .said{font-weight:400}.drawing .aim{fill:#9a3b12;font-weight:600}.drawing .rail{stroke:#dcd8cf}.drawing .axis{stroke:#6f7b77}
.drawing .curve{fill:none;stroke:#0d5c55;stroke-width:2.5;stroke-linecap:round;stroke-linejoin:round}.drawing .curve.broken{stroke-dasharray:2 6}.drawing .dot{fill:#0d5c55}
.drawing .hollow{fill:#fff;stroke:#0d5c55;stroke-width:2.5}.drawing .hollow.broken{stroke-dasharray:3 2}.drawing .spread{fill:#0d5c55;fill-opacity:.16}
.drawing .whisker{fill:none;stroke:#0d5c55;stroke-width:1.5}.drawing .target{stroke:#9a3b12;stroke-width:2;stroke-dasharray:8 5}
.drawing .gap,.drawing .redefined{stroke:#6f7b77;stroke-dasharray:1 4}.drawing .cross,.drawing .earlier{fill:none;stroke:#52605c;stroke-width:2}.drawing .earlier{stroke-width:1.5}
.drawing .strip{fill:#0d5c55}.drawing .strip.broken{fill:#e3f0ed;stroke:#0d5c55;stroke-width:2;stroke-dasharray:4 3}.drawing .tile rect{fill:#fff;stroke:#0d5c55;stroke-width:1.5}
.drawing .tile.broken rect,.drawing .tile.none rect{stroke-dasharray:4 3}.drawing .shade-2 rect{fill:#d3e8e4}.drawing .shade-3 rect{fill:#8fc4bc}
.drawing .shade-4 rect{fill:#0d5c55}.drawing .shade-4 text{fill:#fff}`.replaceAll('\n', '');

/** A chart as an SVG file that needs nothing else. */
export function chartFile(language: Language, chart: Chart): string {
  return String(<Drawing language={language} chart={chart} room={rooms.wide} style={chartFileStyle} />);
}
