const BYTE_ORDER_MARK = '\ufeff';

/** A text with the byte order mark and the line ends of another. */
export function likeBefore(text: string, before: string): string {
  const mark = before.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  const body = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  const crlf = before.split('\r\n').length - 1;
  const all = before.split('\n').length - 1;
  return mark + (crlf > all / 2 ? body.replace(/\r?\n/g, '\r\n') : body);
}
