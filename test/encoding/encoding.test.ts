import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml } from '../../src/encoding/html.js';
import { escapeMarkdown } from '../../src/encoding/markdown.js';
import { printable, visibleText } from '../../src/encoding/visible.js';
import { workflowCommand } from '../../src/encoding/workflow-command.js';
import { xmlText } from '../../src/encoding/xml.js';

/** Anything, and often what means something to a terminal, a build server or a page. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\n',
        '\r\n',
        '\u2028',
        '\u0085',
        '::error::',
        '::add-mask::',
        '##[error]',
        '##vso[task.complete]',
        '\u001b[31m',
        '\u001b]0;x\u0007',
        '\r\u001b[2K',
        '\u009b31m',
        '\u202e',
        '\u2066',
        '\u200b',
        '\ufeff',
        '\ufffe',
        '\ud800',
        '<script>',
        '"',
        "'",
        '&',
        '|',
        '`',
        '[x](y)',
        '@team',
        'https://x',
        '\u0000',
        '\u{e0041}',
        'ə',
        'م',
        '😀',
      ),
      fc.string({ unit: 'binary' }),
      fc.string(),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
const CONTROLS = /[\u0000-\u001f\u007f-\u009f]/;
const TURNING = /[\u202a-\u202e\u2060-\u2069\u200b\ufeff\ufffe\uffff]|\p{Cs}/u;
/** As the runner of GitHub Actions looks for commands. */
const isCommand = (line: string) =>
  line.trimStart().startsWith('::') || line.includes('##[') || line.includes('##vso[');

describe('text of others in one line', () => {
  it('is shown as it is where all of it can be seen', () => {
    for (const text of ['Bakı — yaz 2027', 'قهوة باكو', 'a::b', '70-80%', '👩‍👩‍👧', '# 1 [x]'])
      expect(visibleText(text)).toBe(text);
  });

  it('shows what can not be seen', () => {
    expect(visibleText('a\nb\u001b[31m\u202eevil\u0085\ufffe')).toBe('a\\nb\\x1b[31m\\u{202e}evil\\x85\\u{fffe}');
    expect(visibleText('x\ud800')).toBe('x\\u{d800}');
    expect(visibleText('::error::x')).toBe(': :error::x');
    expect(visibleText('a ##[error]b')).toBe('a ## [error]b');
  });

  it('holds no line end, no control character, no turn of direction, no command', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = visibleText(text);
        expect(shown).not.toMatch(CONTROLS);
        expect(shown).not.toMatch(TURNING);
        expect(isCommand(shown)).toBe(false);
      }),
    );
  });
});

describe('an output as a whole', () => {
  it('keeps its lines, its tabs and, on a terminal, its colours', () => {
    const text = 'a\tb\n\u001b[1mbold\u001b[0m\n';
    expect(printable(text, { color: true })).toBe(text);
    expect(printable(text)).toBe('a\tb\n\\x1b[1mbold\\x1b[0m\n');
    expect(printable('\u001b]0;title\u0007', { color: true })).toBe('\\x1b]0;title\\x07');
  });

  it('has no line that a build server would act on, but for those that are meant', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = printable(`- ${text}\n${text}`);
        expect(shown.split('\n').filter(isCommand)).toEqual([]);
        expect(shown.replaceAll('\n', '').replaceAll('\t', '')).not.toMatch(CONTROLS);
        expect(shown).not.toMatch(TURNING);
      }),
    );
    expect(printable('::error file=x::y\n', { color: false, commands: true })).toBe('::error file=x::y\n');
  });

  it('that is JSON has what can not be seen as escapes', () => {
    const name = 'plan \u202egnp.exe\u2066 \u200b\ufeff\u0085\u007f \u{e0041}';
    const shown = printable(`${JSON.stringify({ name })}\n`);
    expect(shown).toBe('{"name":"plan \\u202egnp.exe\\u2066 \\u200b\\ufeff\\u0085\\u007f \\udb40\\udc41"}\n');
    expect(JSON.parse(shown)).toEqual({ name });
  });

  it('that is JSON stays the same JSON', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const json = `${JSON.stringify({ name: text, [text]: [text] }, null, 2)}\n`;
        const shown = printable(json);
        expect(JSON.parse(shown)).toEqual(JSON.parse(json));
        expect(shown).not.toMatch(TURNING);
        expect(shown.replace(/\n/g, '')).not.toMatch(CONTROLS);
        expect(shown.split('\n').filter(isCommand)).toEqual([]);
        expect(shown.replaceAll('\n', '')).not.toMatch(CONTROLS);
      }),
    );
  });
});

describe('the encodings of files', () => {
  it('of a workflow command is one line, and one command', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const line = workflowCommand('error', { file: text, title: text }, text);
        expect(line).not.toMatch(/[\r\n]/);
        const parts = /^::error file=([^,:]*),title=([^,:]*)::(.*)$/su.exec(line);
        const back = (part: string) =>
          part
            .replace(/%3A/g, ':')
            .replace(/%2C/g, ',')
            .replace(/%0A/g, '\n')
            .replace(/%0D/g, '\r')
            .replace(/%25/g, '%');
        expect(parts?.slice(1).map(back)).toEqual([text, text, text]);
      }),
    );
  });

  it('of Markdown and HTML hold no markup of others, and nothing unseen', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"']/);
        expect(escapeHtml(text)).not.toMatch(/[\u202a-\u202e\u2066-\u2069\ufffe]/);
        const markdown = escapeMarkdown(text);
        expect(markdown).not.toMatch(/[<>\r\n]|(?<!\\)(?:\\\\)*[|`[\]]/);
        expect(markdown).not.toMatch(/@\w|:\/\//);
      }),
    );
  });

  it('of XML have no character that XML has no place for', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
        expect(xmlText(text)).not.toMatch(/[\u0000-\u001f\ufffe\uffff<>"]/);
      }),
    );
  });
});
