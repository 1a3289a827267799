import type { JSONContent } from '@tiptap/core';
import type { ReactNode } from 'react';
import { exampleKindOf, exampleKinds, isSafeAddress } from './guidelines-content';
import classes from './guidelines.module.css';

type Mark = NonNullable<JSONContent['marks']>[number];

function marked(content: ReactNode, { type, attrs }: Mark): ReactNode {
  switch (type) {
    case 'bold':
      return <strong>{content}</strong>;
    case 'italic':
      return <em>{content}</em>;
    case 'strike':
      return <s>{content}</s>;
    case 'code':
      return <code>{content}</code>;
    case 'link': {
      const address = String(attrs?.href ?? '');
      if (!isSafeAddress(address)) return content;
      return (
        <a href={address} rel="noopener noreferrer nofollow">
          {content}
        </a>
      );
    }
    default:
      return content;
  }
}

const headings = ['h3', 'h4', 'h5', 'h6'] as const;

function Table({ rows }: { rows: JSONContent[] }) {
  return (
    <div className={classes.wide} tabIndex={0} role="region" aria-label="Table">
      <table>
        <tbody>
          {rows.map(({ content = [] }, row) => (
            <tr key={row}>
              {content.map((cell, at) =>
                cell.type === 'tableHeader' ? (
                  <th key={at} scope="col">
                    <NodeList of={cell.content} />
                  </th>
                ) : (
                  <td key={at}>
                    <NodeList of={cell.content} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function NodeView({ node }: { node: JSONContent }) {
  const inside = <NodeList of={node.content} />;
  switch (node.type ?? '') {
    case 'text':
      return (node.marks ?? []).reduceRight<ReactNode>(marked, node.text ?? '');
    case 'hardBreak':
      return <br />;
    case 'paragraph':
      return <p dir="auto">{inside}</p>;
    case 'heading': {
      const Heading =
        headings[Math.min(4, Math.max(1, Number(node.attrs?.level ?? 1))) - 1] ?? 'h6';
      return <Heading dir="auto">{inside}</Heading>;
    }
    case 'bulletList':
      return <ul>{inside}</ul>;
    case 'orderedList':
      return <ol start={Number(node.attrs?.start ?? 1)}>{inside}</ol>;
    case 'listItem':
      return <li>{inside}</li>;
    case 'blockquote':
      return <blockquote>{inside}</blockquote>;
    case 'codeBlock':
      return (
        <pre tabIndex={0}>
          <code>{inside}</code>
        </pre>
      );
    case 'horizontalRule':
      return <hr />;
    case 'table':
      return <Table rows={node.content ?? []} />;
    case 'example': {
      const kind = exampleKindOf(node.attrs);
      return (
        <div role="group" aria-label={exampleKinds[kind]} data-example={kind}>
          {inside}
        </div>
      );
    }
    default:
      return inside;
  }
}

function NodeList({ of }: { of: JSONContent[] | undefined }) {
  return of?.map((node, at) => <NodeView key={at} node={node} />);
}

/**
 * Read-only guidelines. Every node is rendered as a React element, never as HTML from the document.
 */
export function GuidelinesReader({ document }: { document: JSONContent }) {
  return (
    <div className={classes.text}>
      <NodeList of={document.content} />
    </div>
  );
}
