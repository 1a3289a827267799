import type { LegacyHighs } from 'highs';
import type { Packing } from './packing';
import type { SolvedPacking } from './solved-packing';

/** Loaded once, when it is first needed: few ever need it. */
let loading: Promise<LegacyHighs> | undefined;

const rowsOf = ({ units, members }: Packing): string[] => {
  const terms = units.map((): string[] => []);
  for (const [one, of] of members.entries()) for (const unit of of) terms[unit]?.push(`x${one}`);
  return terms.map((of, unit) => ` u${unit}: ${of.length > 0 ? of.join('\n + ') : '0 x0'} <= 1`);
};

/**
 * Asks HiGHS for the prices of the linear relaxation and
 * for the best packing of whole candidates. Prices are as exact as HiGHS is (1e-7): `dualBound` mends
 * them. The thread is busy meanwhile. Null where it finds no optimum within `seconds`.
 */
export async function highsPrices(
  packing: Packing,
  seconds: number,
): Promise<SolvedPacking | null> {
  loading ??= import('highs').then(({ default: load }) => load());
  const highs = await loading;
  const { units, members, weights } = packing;
  const goal = weights.map((weight, one) => `${weight} x${one}`).join('\n + ');
  const model = `Maximize\n goal: ${goal}\nSubject To\n${rowsOf(packing).join('\n')}\n`;
  const limits = { output_flag: false, time_limit: seconds };
  const relaxed = highs.solve(`${model}End`, limits);
  const prices = new Float64Array(units.length);
  for (const row of relaxed.Rows)
    if ('Dual' in row) prices[Number(row.Name.slice(1))] = Math.abs(row.Dual);
  const names = members.map((_, one) => `x${one}`).join('\n ');
  const exact = { ...limits, mip_rel_gap: 0, mip_abs_gap: 1e-9 };
  const whole = highs.solve(`${model}Binary\n ${names}\nEnd`, exact);
  if (whole.Status !== 'Optimal') return null;
  const taken: number[] = [];
  for (const [name, column] of Object.entries(whole.Columns))
    if ('Primal' in column && column.Primal > 0.5) taken.push(Number(name.slice(1)));
  return { prices, taken: taken.toSorted((a, b) => a - b) };
}
