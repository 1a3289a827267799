import { decimals } from './figure-text';
import type { Domain } from './scale';
import { clipped, positionOn, ticksOf } from './scale';
import colors from './svg-colors.module.css';

const letter = 7;

/**
 * The layout of a plot with a row for each name, in pixels: names end at `left`, the scale starts
 * at `begin`.
 */
type RowsLayout = {
  width: number;
  left: number;
  begin: number;
  x: (value: number) => number;
  /** A name clipped to the available width. */
  named: (name: string) => string;
};

/** Computes the layout for a width; `right` is the space for figures. */
export function rowsLayout(
  names: readonly string[],
  domain: Domain,
  space: number,
  right: number,
): RowsLayout {
  const width = Math.max(300, space);
  const maxNameWidth = Math.max(...names.map(({ length }) => length), 4) * letter + 8;
  const left = Math.min(maxNameWidth, Math.round(width * 0.4));
  const [begin, end] = [left + 14, width - right];
  return {
    width,
    left,
    begin,

    x: (value) => begin + positionOn(domain, value).at * (end - begin),
    named: (name) => clipped(name, Math.floor(left / letter)),
  };
}

/** The grid lines of a scale from `top` down to its numbers at the bottom of a plot. */
export function PlotGrid({
  domain,
  x,
  top,
  height,
}: {
  domain: Domain;
  x: RowsLayout['x'];
  top: number;
  height: number;
}) {
  return ticksOf(domain).map((tick) => (
    <g key={tick}>
      <line
        className={tick === 0 ? colors.zero : colors.grid}
        x1={x(tick)}
        x2={x(tick)}
        y1={top}
        y2={height - 22}
      />
      <text className={colors.dimmed} x={x(tick)} y={height - 6} fontSize={12} textAnchor="middle">
        {decimals(tick, Number.isInteger(tick) ? 0 : domain[0] < 0 ? 1 : 2)}
      </text>
    </g>
  ));
}
