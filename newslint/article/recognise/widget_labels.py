"""Labels of widgets, ads and teasers that content systems leave in copy."""

from __future__ import annotations

import re

from newslint.lazy_pattern import lazy_pattern

# Whole lines, in lower case and without closing punctuation. A label that can also be copy (a crosshead
# "Comment" or "Up next", a kicker "Videos", a verdict "Recommended") is not here.
_LABELS = frozenset(
    label
    for line in """
    tt | aa | a+ | a- | text size | font size | increase text size | decrease text size
    share | share this | share this article | share this story | share on facebook | share on twitter | share on x
    share on whatsapp | share on linkedin | share via email | tweet | email | print | print this article | copy link
    copy url | link copied | copied to clipboard | save article | save for later | report an error
    listen to this article | listen to this story | read aloud
    read more | read more here | read also | see also | also read | read next | more on this story
    more on this topic | related | related articles | related stories | related topics | related content
    related coverage | related news | recommended for you | recommended stories
    you may also like | you might also like | you may also be interested in | most viewed
    trending now | more stories | more from this author | continue reading
    continue reading below
    advertisement | advertisements | ad | advert | sponsored | sponsored content | promoted | promoted content
    paid content | story continues below | story continues below advertisement
    article continues below advertisement | article continues after advertisement | article continues below
    skip advertisement | remove ads | report this ad | why this ad | scroll to continue | skip to content
    skip to main content | back to top
    subscribe | subscribe now | subscribe here | sign up | sign up now | sign up here | sign in | log in
    log in to comment | join the conversation | leave a comment | post a comment | view comments | show comments
    hide comments | load comments | load more | load more comments | show more | show less | view more
    loading | loading... | follow us | follow us on twitter | follow us on facebook | follow us on instagram
    follow us on social media | get the app | download the app | download our app | newsletter sign-up
    sign up for our newsletter | subscribe to our newsletter
    click here | click to enlarge | enlarge image | enlarge this image | toggle caption | hide caption | show caption
    view gallery | view image in fullscreen | view image | open image in gallery | open in gallery | photo gallery
    image gallery | view slideshow | previous slide | next slide | next article | previous article
    play video | watch video | watch now | fullscreen | playback rate | autoplay
    video player is loading | current time | play audio | this video can not be played
    """.splitlines()
    for label in map(str.strip, line.split("|"))
    if label
)
_EDGES = lazy_pattern(r"^[\s•·|»›>*\-–—▶►]+|[\s:.!»›>|…▶►]+$")
_COUNTED = lazy_pattern(
    r"\d[\d,.]*[km]? (?:comments?|shares?|likes|views)|\d+ min(?:ute)?s? (?:read|listen)", re.IGNORECASE
)


def is_label(line: str) -> bool:
    """Whether a line is a widget's label and nothing else."""
    if len(line) > 60:
        return False
    plain = _EDGES.sub("", line).replace("’", "'").lower()
    return plain in _LABELS or bool(_COUNTED.fullmatch(plain))
