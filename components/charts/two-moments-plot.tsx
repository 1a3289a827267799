import { figureText, differenceText, differencesText } from './figure-text';
import type { FigureView } from './figure-text';
import type { Domain } from './scale';
import { PlotGrid, rowsLayout } from './plot-grid';
import colors from './svg-colors.module.css';

/** A row of the plot: a figure at the start and at the end of the round. */
export type MomentRow = {
  id: string;
  name: string;
  before: FigureView;
  after: FigureView;
  difference: number | null;
  /** 95 % of the difference. */
  interval: { low: number; high: number } | null;
  intervalReason: string | null;
};

const row = 30;

function describeRow({ name, before, after, difference, interval }: MomentRow): string {
  const between = interval && `, ${differenceText(difference)}, 95 % ${differencesText(interval)}`;
  return `${name} ${figureText(before)} before, ${figureText(after)} after${between ?? ''}`;
}

/**
 * Figures at two moments on one scale, one in each row: a ring before, a dot after, a line between
 * them, and a band for the 95 % interval of the difference.
 */
export function TwoMomentsPlot({
  name,
  rows,
  domain,
  width: space,
}: {
  name: string;
  rows: readonly MomentRow[];
  domain: Domain;
  width: number;
}) {
  const names = rows.map((one) => one.name);
  const { width, left, begin, x, named } = rowsLayout(names, domain, space, 56);
  const height = rows.length * row + 30;
  return (
    <svg
      width={width}
      height={height}
      role="img"
      aria-label={`${name}: ${rows.map(describeRow).join('; ')}`}
    >
      <PlotGrid domain={domain} x={x} top={4} height={height} />
      {rows.map((one, at) => {
        const y = 4 + at * row + row / 2;
        const [before, after] = [one.before.value, one.after.value];
        return (
          <g key={one.id}>
            <title>{describeRow(one)}</title>
            <text className={colors.text} x={left} y={y + 4} textAnchor="end">
              {named(one.name)}
            </text>
            {before !== null && one.interval !== null && (
              <rect
                className={colors.band}
                x={x(before + one.interval.low)}
                width={x(before + one.interval.high) - x(before + one.interval.low)}
                y={y - 5}
                height={10}
                rx={2}
              />
            )}
            {before !== null && after !== null && (
              <line className={colors.interval} x1={x(before)} x2={x(after)} y1={y} y2={y} />
            )}
            {before === null && after === null && (
              <text className={colors.dimmed} x={begin + 6} y={y + 4} fontSize={12}>
                not defined
              </text>
            )}
            {before !== null && <circle className={colors.hollow} cx={x(before)} cy={y} r={6} />}
            {after !== null && <circle className={colors.dot} cx={x(after)} cy={y} r={4} />}
            <text className={colors.text} x={width} y={y + 4} textAnchor="end">
              {differenceText(one.difference)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
