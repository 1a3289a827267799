import type { ApiOperation, Entry } from './api-document';
import classes from './api-guide.module.css';
import { curlLine } from './curl-line';
import type { Field } from './schema-fields';
import { schemaFields, limitText, typeText } from './schema-fields';

/** The maximum length of a list of fields that is shown unfolded. */
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

/** A list of fields with their types and limits. */
function FieldList({ title, fields }: { title: string; fields: Field[] }) {
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

function parameters(operation: ApiOperation, location: 'path' | 'query') {
  return operation.parameters
    .filter((parameter) => parameter.in === location)
    .map(({ name, required, schema }) => ({
      path: name,
      type: typeText(schema),
      limits: limitText(schema),
      required: location === 'query' && required,
    }));
}

/** Response fields are always present, so none is marked as required. */
function withoutRequired(fields: Field[]): Field[] {
  return fields.map((field) => ({ ...field, required: false }));
}

function answer(operation: ApiOperation) {
  const [status = '', response] =
    Object.entries(operation.responses).find(([code]) => code.startsWith('2')) ?? [];
  const [type, body] = Object.entries(response?.content ?? {})[0] ?? [];
  return {
    status,
    type,
    fields: body === undefined ? [] : withoutRequired(schemaFields(body.schema)),
  };
}

/** One operation: address, parameters, body, response, and a call to copy. */
export function OperationEntry({ entry }: { entry: Entry }) {
  const { anchor, method, path, operation } = entry;
  const { status, type, fields } = answer(operation);
  const body = operation.requestBody?.content['application/json']?.schema;
  return (
    <section className={classes.entry} aria-labelledby={anchor}>
      <h2 id={anchor} className={classes.summary}>
        {operation.summary}
      </h2>
      <p className={classes.address}>
        <strong>{method}</strong> <code>{path}</code>
      </p>
      <FieldList title="Path" fields={parameters(operation, 'path')} />
      <FieldList title="Query" fields={parameters(operation, 'query')} />
      {body !== undefined && <FieldList title="Body" fields={schemaFields(body)} />}
      <FieldList title={`Answer ${status}`} fields={fields} />
      {fields.length === 0 && (
        <p className={classes.dimmed}>
          Answers {status}
          {type === undefined ? ' without a body.' : <> as {type}.</>}
        </p>
      )}
      <pre className={classes.code} tabIndex={0}>
        <code>{curlLine(method, path, operation)}</code>
      </pre>
    </section>
  );
}
