import classes from './stacked-bar.module.css';

/** A part of a bar: its name, count and colour. */
export type BarPart = { key: string; name: string; count: number; color: string };

/** Counts that make up a whole as parts of one bar, with a legend; empty parts are left out. */
export function StackedBar({ name, parts }: { name: string; parts: readonly BarPart[] }) {
  const there = parts.filter(({ count }) => count > 0);
  const description = there
    .map((part) => `${part.name} ${part.count.toLocaleString('en')}`)
    .join(', ');
  if (there.length === 0) return null;
  return (
    <div>
      <div className={classes.bar} role="img" aria-label={`${name}: ${description}`}>
        {there.map(({ key, name: called, count, color }) => (
          <span
            key={key}
            title={`${called}: ${count.toLocaleString('en')}`}
            style={{ flexGrow: count, background: color }}
          />
        ))}
      </div>
      <ul className={classes.legend}>
        {there.map(({ key, name: called, count, color }) => (
          <li key={key}>
            <span aria-hidden className={classes.dot} style={{ background: color }} />
            {called} <b>{count.toLocaleString('en')}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}
