/** A workflow command of GitHub Actions on a line of its own, escaped as actions/toolkit does it. */
export function workflowCommand(
  name: 'error' | 'notice',
  properties: Readonly<Record<string, string>>,
  message: string,
): string {
  const written = Object.entries(properties).map(([key, value]) => `${key}=${propertyText(value)}`);
  return `::${name} ${written.join(',')}::${dataText(message)}`;
}

function dataText(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function propertyText(text: string): string {
  return dataText(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
