import { decimals } from './figure-text';
import type { Domain } from './scale';
import { positionOn, ticksOf } from './scale';
import colors from './svg-colors.module.css';

/** A point of a line: its name on the axis, its value, its 95 % interval, and its target. */
type LinePoint = {
  id: string;
  name: string;
  value: number | null;
  interval?: { low: number; high: number } | null;
  /** The target of the value; drawn as a short bar. */
  target?: number | null;
  /** Drawn hollow: the value is below its target. */
  isHollow?: boolean;
};

const [left, right, top, foot] = [40, 16, 12, 26];
const height = 220;

/** Runs of neighbouring points with intervals; each run gets a band. */
function runsOf(points: readonly LinePoint[]): number[][] {
  const runs: number[][] = [];
  for (const [at, { interval, value }] of points.entries()) {
    if (!interval || value === null) continue;
    const last = runs.at(-1);
    if (last?.at(-1) === at - 1) last.push(at);
    else runs.push([at]);
  }
  return runs;
}

const describePoint = ({ name, value, interval }: LinePoint): string => {
  const valueText = value === null ? 'not defined' : decimals(value);
  return interval
    ? `${name} ${valueText} (${decimals(interval.low)} to ${decimals(interval.high)})`
    : `${name} ${valueText}`;
};

/** Values in sequence as a line, with a band where intervals are known. */
export function LinePlot({
  name,
  points,
  domain,
  width: space,
}: {
  name: string;
  points: readonly LinePoint[];
  domain: Domain;
  width: number;
}) {
  const width = Math.max(300, space);
  const step = (width - left - right) / Math.max(1, points.length);
  const x = (at: number) => left + step * (at + 0.5);
  const y = (value: number) => top + (1 - positionOn(domain, value).at) * (height - top - foot);
  // Names that would overlap are left out at regular steps.
  const every = Math.ceil((Math.max(...points.map((one) => one.name.length), 1) * 7 + 12) / step);
  const drawn = points.flatMap(({ value }, at) => (value === null ? [] : [`${x(at)},${y(value)}`]));
  return (
    <svg
      width={width}
      height={height}
      role="img"
      aria-label={`${name}: ${points.map(describePoint).join(', ')}`}
    >
      {ticksOf(domain).map((tick) => (
        <g key={tick}>
          <line
            className={tick === 0 ? colors.zero : colors.grid}
            x1={left}
            x2={width - right}
            y1={y(tick)}
            y2={y(tick)}
          />
          <text
            className={colors.dimmed}
            x={left - 8}
            y={y(tick) + 4}
            fontSize={12}
            textAnchor="end"
          >
            {decimals(tick, Number.isInteger(tick) ? 0 : domain[0] < 0 ? 1 : 2)}
          </text>
        </g>
      ))}
      {runsOf(points).map((run) => {
        const upper = run.map((at) => `${x(at)},${y(points[at]?.interval?.high ?? 0)}`);
        const lower = run.map((at) => `${x(at)},${y(points[at]?.interval?.low ?? 0)}`);
        return (
          <polygon
            key={run[0]}
            className={colors.band}
            points={[...upper, ...lower.toReversed()].join(' ')}
          />
        );
      })}
      {drawn.length > 1 && <polyline className={colors.line} points={drawn.join(' ')} />}
      {points.map(({ id, name: called, value, interval, target, isHollow }, at) => (
        <g key={id}>
          {at % every === 0 && (
            <text
              className={colors.dimmed}
              x={x(at)}
              y={height - 6}
              fontSize={12}
              textAnchor="middle"
            >
              {called}
            </text>
          )}
          {interval && (
            <line
              className={colors.interval}
              x1={x(at)}
              x2={x(at)}
              y1={y(interval.low)}
              y2={y(interval.high)}
            />
          )}
          {target !== null && target !== undefined && (
            <line
              className={colors.passMark}
              x1={x(at) - 14}
              x2={x(at) + 14}
              y1={y(target)}
              y2={y(target)}
            />
          )}
          {value !== null && (
            <circle
              className={isHollow ? colors.hollow : colors.dot}
              cx={x(at)}
              cy={y(value)}
              r={5}
            >
              <title>{`${called}: ${decimals(value)}`}</title>
            </circle>
          )}
        </g>
      ))}
    </svg>
  );
}
