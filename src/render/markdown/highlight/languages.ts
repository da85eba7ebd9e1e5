/** The languages whose code gets colours, each followed by its other names; a test holds them equal to what the highlighter knows. */
const names = `
arduino ino|bash sh zsh|c h|cpp cc c++ h++ hpp hh hxx cxx|csharp cs c#|css|diff patch|go golang|graphql gql|ini toml|java jsp
javascript js jsx mjs cjs|json jsonc json5|kotlin kt kts|less|lua pluto|makefile mk mak make|markdown md mkdown mkd
objectivec mm objc obj-c obj-c++ objective-c++|perl pl pm|php|php-template|python py gyp ipython|python-repl pycon|r
ruby rb gemspec podspec thor irb|rust rs|scss|shell console shellsession|sql|swift|typescript ts tsx mts cts|vbnet vb|wasm
xml html xhtml rss atom xjb xsd xsl plist wsf svg|yaml yml`

const known: ReadonlySet<string> = new Set(names.trim().split(/[\s|]+/))

/** Whether code of this language gets colours; the name is what stands behind the fence, in any case. */
export function isKnownLanguage(name: string): boolean {
  return known.has(name.toLowerCase())
}

/** Every name `isKnownLanguage` accepts. */
export const languageNames: readonly string[] = [...known]
