import { figureText } from '@/components/agreement/figure-words';
import type { ToldFigure } from '@/components/agreement/figure-words';
import type { Domain } from '@/components/agreement/scale';
import { clipped, placeOn, ticksOf } from '@/components/agreement/scale';
import { decimals } from '@/components/agreement/figure-words';
import ink from '@/components/agreement/svg-ink.module.css';
import { differenceText } from './round-words';

/** A row of the plot: a figure when the round began and when it ended. */
export type MomentRow = {
  id: string;
  name: string;
  before: ToldFigure;
  after: ToldFigure;
  difference: number | null;
};

const row = 30;
const letter = 7;

function said({ name, before, after }: MomentRow): string {
  return `${name} ${figureText(before)} before, ${figureText(after)} after`;
}

/** Figures at two moments on one scale: a ring before, a dot after, and a line between them, a row each. */
export function TwoMomentsPlot({
  name,
  rows,
  domain,
  width: room,
}: {
  name: string;
  rows: readonly MomentRow[];
  domain: Domain;
  width: number;
}) {
  const width = Math.max(300, room);
  const longest = Math.max(...rows.map((one) => one.name.length), 4) * letter + 8;
  const left = Math.min(longest, Math.round(width * 0.4));
  const [begin, end] = [left + 14, width - 56];
  const x = (value: number) => begin + placeOn(domain, value).at * (end - begin);
  const height = rows.length * row + 30;
  return (
    <svg
      width={width}
      height={height}
      role="img"
      aria-label={`${name}: ${rows.map(said).join('; ')}`}
    >
      {ticksOf(domain).map((tick) => (
        <g key={tick}>
          <line
            className={tick === 0 ? ink.zero : ink.grid}
            x1={x(tick)}
            x2={x(tick)}
            y1={4}
            y2={height - 22}
          />
          <text className={ink.dimmed} x={x(tick)} y={height - 6} fontSize={12} textAnchor="middle">
            {decimals(tick, Number.isInteger(tick) ? 0 : domain[0] < 0 ? 1 : 2)}
          </text>
        </g>
      ))}
      {rows.map((one, at) => {
        const y = 4 + at * row + row / 2;
        const [before, after] = [one.before.value, one.after.value];
        return (
          <g key={one.id}>
            <title>{said(one)}</title>
            <text className={ink.text} x={left} y={y + 4} textAnchor="end">
              {clipped(one.name, Math.floor(left / letter))}
            </text>
            {before !== null && after !== null && (
              <line className={ink.interval} x1={x(before)} x2={x(after)} y1={y} y2={y} />
            )}
            {before === null && after === null && (
              <text className={ink.dimmed} x={begin + 6} y={y + 4} fontSize={12}>
                not defined
              </text>
            )}
            {before !== null && <circle className={ink.hollow} cx={x(before)} cy={y} r={6} />}
            {after !== null && <circle className={ink.dot} cx={x(after)} cy={y} r={4} />}
            <text className={ink.text} x={width} y={y + 4} textAnchor="end">
              {differenceText(one.difference)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
