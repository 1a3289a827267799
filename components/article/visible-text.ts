const spaces: Record<string, string> = { ' ': '·', '\t': '→', '\r': '↵' };

const hidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u00a0\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/**
 * A piece that went or came, with what cannot be seen made visible: spaces as dots, line ends as ↵,
 * characters of no width by their number. A line end that came still ends the line.
 */
export function visibleText(text: string, kind: 'removed' | 'added'): string {
  return text
    .replace(/\r\n/g, '\n')
    .replace(/[ \t\r]/g, (sign) => spaces[sign] ?? sign)
    .replace(
      hidden,
      (sign) => `[U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`,
    )
    .replace(/\n/g, kind === 'added' ? '↵\n' : '↵');
}
