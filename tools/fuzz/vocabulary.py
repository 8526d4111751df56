"""What random texts are made of: characters that readers trip over, words that rules look for, pieces of markup."""

from __future__ import annotations

LETTERS = "abcdefghijklmnopqrstuvwxyz" * 3 + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
DIGITS = "0123456789"
SPACES = (
    " ",
    " ",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\n\n",
    "\r\n",
    "\t",
    "\u00a0",
    "\u2028",
    "\u0085",
    "\f",
    "\u200b",
    "",
)
MARKS = ".,;:?!'\"()[]{}-–—…“”‘’„«»‹›`´/\\|&%$£€#@*_~^+=<>·•°©"
# Letters whose other case is longer, digits of other scripts and digits that are no numbers, letters that match
# others where case is ignored, marks that combine, hide, or turn the direction.
ODD = (
    "İ", "ı", "ſ", "K", "ß", "ẞ", "ﬁ", "ﬀ", "ŉ", "ΐ", "ǆ", "ﾞ", "ﾟ", "ª", "²", "³", "½", "①", "፩", "٣", "५", "Ⅻ", "㊿",
    "\u0301", "\u0308", "\u200d", "\u200e", "\u202e", "\u2066", "\ufeff", "\u00ad", "\ufffd", "\ufffc", "\u0007", "\u001b",
    "é", "ø", "ł", "Ž", "ü", "ñ", "Ж", "д", "漢", "字", "ひ", "א", "ب", "😀", "👨‍👩‍👧", "🇪🇺", "𝐀", "𠮷", "Ã©", "â€™", "ï»¿",
)  # fmt: skip

WORDS = (
    "the a an and of to in on at by for with from as is was were has had been it its their there that this which who he she"
    " they we said told council mayor plan harbour ferry minister president report people children women soldiers troops party"
    " house street city company police court school river bridge water price share vote bank deal law state world team game"
    " met rose fell doubled halved won lost spoke opened closed left led lead more than less about nearly over under between"
    " not never also only very again still after before during against without photo picture caption image file left right"
    " newspaper official officials source spokesman spokeswoman according anonymity condition statement survey poll percent"
    " teh recieve definately goverment accomodation seperate occured untill wich thier harbuor minster presidant polcie"
    " your you're its it's then than loose lose affect effect past passed brake break principal principle compliment"
    " e.g. i.e. a.m. p.m. Mr. Dr. St. U.S. U.N. vs. No. etc. don't won't it’s o'clock '90s 'tis rock'n'roll"
    " co-operate left-hander twenty-one 12-year-old well-known re-elected mother-in-law e-mail www.sund.example jo@sund.example"
    " TK lorem ipsum IMG_1234 Share Comments Advertisement naïve café coup d'état Walla walla can-can"
).split()
NAMES = (
    "Anna Lund", "Ada Brook", "Jo Bell", "Kim Tae-hyun", "Kim Tae-hyung", "José Manuel Barra", "Jose Manual Barra", "Sund",
    "Oskarsvik", "Oskarvsik", "Mikhail Gorbenko", "Mikhael Gorbenko", "Lund", "Lundt", "Lindt", "O'Brien", "O’Brian", "de la Cruz",
    "van der Berg", "McDonald", "MacDonald", "Müller", "Mueller", "ÅSA", "Al-Rashid", "Halm Harbour Authority", "Halm Harbor Authority",
    "Ministry of Ports", "United Nations", "Reuters", "the Associated Press", "Rueters", "Ardnish", "North Tarn", "President", "Mayor",
    "Prime Minister", "Sen.", "Dr.", "Mr", "Mrs. Bell", "Monday", "Tuesday", "Feb.", "March", "July",
)  # fmt: skip
NUMBERS = (
    "1", "2", "12", "100", "1,200", "12,000,000", "3.5", "0.25", "40kg", "27-member", "1990s", "2025", "1911", "10-15", "3-2", "5:30", "25:10",
    "$5", "£1.2 million", "€40bn", "US$300m", "5%", "12 percent", "3 percentage points", "ten", "two hundred and five", "a dozen", "dozens",
    "hundreds of thousands", "half", "two-thirds", "one in five", "million", "billion", "hundred", "thousand", "lakh", "crore", "miles", "km",
    "(5 km)", "10 miles (16 km)", "180C (356F)", "20 degrees Celsius", "aged 34", "12 years old", "February 30", "March 3, 2025",
    "Monday, July 14, 2025", "31 June", "at 12:75", "doubled from 10 to 30", "rose 50 percent, from 200 to 250", "12 people, seven men and six women",
    "45 percent for, 40 against and 25 undecided", "between 5 and 7 million", "no fewer than", "more than", "about",
    "9" * 20, "1," * 30 + "1", "99.99.99", "²", "1½", "٣", "-40", "#10", "No. 7", "COVID-19",
)  # fmt: skip
QUOTES = (
    '"',
    "“",
    "”",
    "'",
    "‘",
    "’",
    "„",
    "«",
    "»",
    "``",
    "''",
    "`",
    "‹",
    "›",
    "＂",
    '." ',
    ",” she said, “",
)

MARKDOWN = (
    "# ", "## ", "> ", "- ", "1. ", "* ", "*", "**", "_", "__", "~~", "`", "```\n", "    ", "\\", "<!-- ", " -->", "![alt](a.jpg)",
    '![](b.jpg "A ferry")', "[text](http://sund.example/a)", "[^1]", "[^1]: note", "\n---\n", "\n===\n", "| a | b |\n|---|---|\n| 1 | 2 |",
    "{{< figure src=\"a.jpg\" caption=\"A ferry waits\" >}}", "{% image a.jpg %}", "{{ x }}", "$x_1^2$", "&amp;", "&nbsp;", "&quot;", "&#8217;",
    "&quotg", "<b>", "</b>", "<br>", "<div>", "</div>", "\\*", "\\\n", "  \n", "![](c.jpg)\n*Boats wait. (Reuters)*\n", "![[a.jpg]]", ":::", "<", ">",
    "<!-- newslint: off typos -- a joke -->", "[", "](", "<![CDATA[", "<!", "<?php ?>",
)  # fmt: skip
TAGS = (
    "p", "div", "span", "b", "i", "em", "strong", "a", "h1", "h2", "h3", "ul", "ol", "li", "blockquote", "figure", "figcaption", "table",
    "tr", "td", "article", "main", "aside", "section", "header", "footer", "nav", "time", "q", "sub", "sup", "pre", "code", "small", "body",
    "html", "head", "title", "script", "style", "template", "noscript", "picture", "button", "form", "svg", "math", "cite", "address", "x-y",
)  # fmt: skip
VOID = (
    "br",
    "hr",
    "img src=a.jpg alt='A ferry'",
    "meta property='og:title' content='Ferry'",
    "wbr",
    "input",
    "img src=b.jpg",
)
ATTRIBUTES = (
    "", "", "", " class=caption", " class='article-body'", ' class="story-body"', " itemprop=articleBody", " itemprop=headline",
    " class='credit'", " class=byline", " lang=fr", " hidden", " style='display:none'", " aria-hidden=true", " id=main", ' data-x="a > b"',
    " class='related links'", " title=\"A 'ferry'\"", " href='#'", " class=", " =", " itemtype='https://schema.org/NewsArticle'",
)  # fmt: skip
HTML = (
    "&amp;", "&nbsp;", "&quot;", "&#8217;", "&#x201C;", "&notit;", "&bogus;", "&", "&#0;", "&#xD800;", "<!-- x -->", "<!--", "-->", "<![CDATA[x]]>",
    "<!doctype html>", "<", ">", "</", "</p>", "</div>", "<br>", "<br/>", "<p", "<?xml?>", "<!", "{{ x }}", "{% y %}", "\u00ad",
    "<!-- newslint: off typos/doubled-word -- a joke -->",
)  # fmt: skip
FRONT = (
    "title: {}", 'title: "{}"', "title: '{}'", "headline: >\n  {}\n  {}", "description: |\n  {}\n\n  {}", "author: {}", "authors: [{}, {}]",
    "authors:\n  - {}\n  - name: {}", "date: 2025-07-14", "caption: {}", "images:\n  - src: a.jpg\n    caption: {}\n    credit: {}",
    "newslint: {{off: [typos]}}", "newslint:\n  off: [captions/duplicate]", "a: &x {}", "b: *x", "<<: *x", "tags: [a, 'b, \"c]", "- {}", "  {}",
    "# {}", "? {}", "{}: {}", "key: {{a: {}, b: [}}", "x: !!str {}", "title:", "...", "a: \"\\u00e9 {}\\n\"",
)  # fmt: skip
