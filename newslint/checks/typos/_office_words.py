"""Words that titles, offices and bodies are made of: a known misspelling of one is no name, capital or not."""

OFFICE_WORDS = frozenset(
    """academy administration administrator affairs agency agricultural agriculture airport ambassador american army
    assembly assistant associate association attorney authority bishop archbishop british bureau business cabinet
    campaign cardinal cathedral central centre center chairman chairwoman chamber chancellor chapter charity chief
    church college colonel commander commerce commission commissioner committee commonwealth communication
    communications community company confederation conference congress congressional congressman congresswoman
    conservation conservative constitution constitutional construction corporation council councillor councilor
    culture cultural customs defence defense democratic democrat department deputy development director district
    division economic economics education embassy emergency employment energy engineering enterprise environment
    environmental european exchange executive federal federation finance financial foreign foundation general
    government governor guardian headquarters health heritage homeland hospital housing immigration independent
    industry information infrastructure inspector institute institution insurance intelligence international
    investigation judiciary justice kingdom laboratory labour labor leader league liberal library lieutenant manager
    management maritime mayor medical medicine member ministry minister municipal museum national newspaper office
    officer olympic operations organisation organization parliament parliamentary partnership police political
    president presidential primary prime prince princess professor programme program prosecutor protection province
    provincial public registrar representative representatives republic republican research reserve resources
    reverend royal school science sciences scientific secondary secretary security senate senator sergeant service
    services society southern northern eastern western spokesman spokeswoman stadium superintendent supreme technical
    technology theatre theater trade transport transportation treasurer treasury tribunal union united university
    veterans welfare workers""".split()
)
