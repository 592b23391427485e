"""What makes one file both PDF/A-3a, kept for decades, and PDF/UA-1, read by everyone.

The engine writes one standard into a file's metadata. The other is added here: its number, and the
description that PDF/A asks of any property it does not know (ISO 19005-3, 6.6.2.3).
"""

from collections.abc import Iterable

import pydyf  # type: ignore[import-untyped]  # it ships no types

# A stream that ends so is read as one byte shorter than it says: its carriage return and the line
# feed after it look like one end of a line (ISO 19005-3, 6.1.7.1).
CUT = b"\r\nendstream"
_END = b"</rdf:RDF>"
_READABLE = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>
<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>
<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li>
</rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""


def name_both_standards(metadata: pydyf.Stream) -> None:
    """Metadata stands uncompressed, so that archives find it without reading the file."""
    metadata.compress = False
    metadata.stream = [part.replace(_END, _READABLE + _END) for part in metadata.stream]


def end_plainly(objects: Iterable[pydyf.Object]) -> None:
    """Leave a stream uncompressed that would end in `CUT`, as one in 256 does."""
    for one in objects:
        if isinstance(one, pydyf.Stream) and one.compress:
            one.compress = not one.data.endswith(CUT)
