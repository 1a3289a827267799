import classes from './api-guide.module.css';
import type { Field } from './schema-fields';

/** Named values with their kind and limits. */
export function FieldList({ title, fields }: { title: string; fields: Field[] }) {
  if (fields.length === 0) return null;
  return (
    <div>
      <h4 className={classes.part}>{title}</h4>
      <dl className={classes.fields}>
        {fields.map(({ path, type, limits, required }) => (
          <div key={path} className={classes.field}>
            <dt>
              <code>{path}</code>
              {required && <span className={classes.quiet}> required</span>}
            </dt>
            <dd>
              {type}
              {limits !== '' && <span className={classes.quiet}>; {limits}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
