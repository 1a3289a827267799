import classes from './api-guide.module.css';
import type { Field } from './schema-fields';

/** So many fields are shown at once; a longer list is folded. */
const maxUnfolded = 12;

function Fields({ fields }: { fields: Field[] }) {
  return (
    <dl className={classes.fields}>
      {fields.map(({ path, type, limits, required }) => (
        <div key={path} className={classes.field}>
          <dt>
            <code>{path}</code>
            {required && <span className={classes.dimmed}> required</span>}
          </dt>
          <dd>
            {type}
            {limits !== '' && <span className={classes.dimmed}>; {limits}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Named values with their kind and limits. */
export function FieldList({ title, fields }: { title: string; fields: Field[] }) {
  if (fields.length === 0) return null;
  return (
    <div>
      <h3 className={classes.section}>{title}</h3>
      {fields.length <= maxUnfolded ? (
        <Fields fields={fields} />
      ) : (
        <details className={classes.folded}>
          <summary>{fields.length} fields</summary>
          <Fields fields={fields} />
        </details>
      )}
    </div>
  );
}
