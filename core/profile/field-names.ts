/**
 * What record fields are called on the wire, beyond the default profile's candidates: English, Portuguese, Spanish;
 * folded (no case, accents or separators). Earlier is likelier.
 */
export const FIELD_NAMES: Readonly<Record<string, readonly string[]>> = {
  id: ['guid', 'identificador', 'identifier'],
  createdAt: ['created', 'createdon', 'createddate', 'creationtime', 'dateadded', 'insertedat', 'criadoem', 'criadaem', 'datacriacao', 'datadecriacao', 'abertoem', 'dataabertura', 'datadeabertura', 'cadastradoem', 'datacadastro', 'creadoen', 'creadoel', 'creadaen', 'fechacreacion', 'fechadecreacion', 'fechaapertura', 'fechadeapertura', 'fecharegistro'],
  updatedAt: ['updated', 'updatedon', 'updateddate', 'lastupdatedat', 'lastupdated', 'modified', 'modifiedon', 'lastmodified', 'lastmodifiedat', 'changedat', 'atualizadoem', 'atualizadaem', 'dataatualizacao', 'datadeatualizacao', 'ultimaatualizacao', 'alteradoem', 'dataalteracao', 'modificadoem', 'actualizadoen', 'actualizadoel', 'actualizadaen', 'fechaactualizacion', 'fechadeactualizacion', 'ultimaactualizacion', 'modificadoen', 'fechamodificacion'],
  deletedAt: ['deleted', 'deletedon', 'removedat', 'trashedat', 'excluidoem', 'excluidaem', 'dataexclusao', 'deletadoem', 'removidoem', 'eliminadoen', 'eliminadoel', 'fechaeliminacion', 'borradoen'],
  number: ['ticketno', 'ticketnumber', 'tasknumber', 'reference', 'numero', 'protocolo', 'numerodochamado', 'numeroprotocolo', 'numerodeticket', 'codigo', 'folio'],
  subject: ['summary', 'assunto', 'titulo', 'asunto', 'tema'],
  title: ['summary', 'titulo', 'nome', 'nombre', 'assunto', 'asunto'],
  description: ['details', 'content', 'text', 'descricao', 'detalhes', 'conteudo', 'mensagem', 'descripcion', 'detalle', 'detalles', 'contenido', 'mensaje'],
  status: ['statusname', 'stage', 'situacao', 'estado', 'etapa', 'fase', 'situacion', 'estatus'],
  priority: ['urgency', 'severity', 'prioridade', 'urgencia', 'prioridad'],
  channel: ['medium', 'via', 'canal', 'origem', 'meio', 'origen', 'medio'],
  departmentId: ['sector', 'department', 'sectorid', 'departmentuuid', 'setorid', 'idsetor', 'setor', 'departamentoid', 'iddepartamento', 'departamento', 'idsector', 'areaid', 'idarea', 'area', 'teamid'],
  consumerId: ['consumer', 'customer', 'contact', 'client', 'clientid', 'requesterid', 'requester', 'clienteid', 'idcliente', 'cliente', 'consumidorid', 'idconsumidor', 'consumidor', 'contatoid', 'idcontato', 'contato', 'contactoid', 'idcontacto', 'contacto', 'solicitanteid', 'solicitante'],
  assigneeId: ['assignee', 'responsible', 'assignedto', 'assignedtoid', 'assigneduserid', 'agentid', 'agent', 'ownerid', 'owner', 'responsavelid', 'idresponsavel', 'responsavel', 'usuarioid', 'idusuario', 'usuario', 'atendenteid', 'idatendente', 'atendente', 'responsableid', 'idresponsable', 'responsable', 'agenteid', 'idagente', 'agente', 'asignadoid', 'asignadoa'],
  assigneeName: ['agentname', 'ownername', 'assignedtoname', 'responsavelnome', 'nomeresponsavel', 'nomedoresponsavel', 'atendentenome', 'nomeatendente', 'usuarionome', 'nomeusuario', 'responsablenombre', 'nombreresponsable', 'nombredelresponsable', 'agentenombre', 'nombreagente', 'asignadonombre', 'assignee', 'responsible', 'agent', 'responsavel', 'atendente', 'responsable', 'agente'],
  ticketId: ['ticket', 'chamadoid', 'idchamado', 'chamado', 'atendimentoid', 'atendimento', 'idticket', 'ticketuuid'],
  tagIds: ['tagsids', 'labels', 'labelids', 'etiquetas', 'etiquetasids', 'etiquetaids', 'idsetiquetas', 'marcadores', 'marcadoresids'],
  customFields: ['customfieldvalues', 'customdata', 'customattributes', 'campospersonalizados', 'camposcustomizados', 'camposadicionales', 'camposadicionais', 'camposextras'],
  dueAt: ['due', 'dueon', 'expiresat', 'prazo', 'prazoem', 'dataprazo', 'vencimento', 'datavencimento', 'datalimite', 'venceem', 'vencimiento', 'fechavencimiento', 'fechadevencimiento', 'fechalimite', 'venceen', 'venceel', 'plazo'],
  name: ['displayname', 'completename', 'nome', 'nomecompleto', 'razaosocial', 'titulo', 'rotulo', 'nombre', 'nombrecompleto', 'razonsocial', 'etiqueta'],
  email: ['emailaddress', 'correo', 'correoelectronico', 'enderecoemail'],
  phone: ['phonenumber', 'mobilephone', 'whatsapp', 'telefone', 'celular', 'numerotelefone', 'fone', 'telefono', 'movil', 'numerotelefono'],
  document: ['documentnumber', 'taxnumber', 'nationalid', 'cnpj', 'cpfcnpj', 'documento', 'numerodocumento', 'numerodedocumento', 'dni', 'rut', 'ruc', 'nit', 'cuit'],
  active: ['isactive', 'enabled', 'ativo', 'ativa', 'activo', 'activa', 'habilitado'],
  employeeUserIds: ['employeeids', 'userids', 'memberids', 'members', 'agentids', 'users', 'employees', 'usuariosids', 'idsusuarios', 'usuarios', 'membros', 'miembros', 'funcionarios', 'empleados', 'agentes'],
  keyWords: ['keywords', 'palavraschave', 'palabrasclave'],
  color: ['hex', 'backgroundcolor', 'cor'],
  type: ['fieldtype', 'datatype', 'kind', 'tipo', 'tipocampo', 'tipodecampo'],
  appliesTo: ['target', 'scope', 'resource', 'objecttype', 'entidade', 'aplicaa', 'aplicase', 'entidad', 'seaplicaa'],
  options: ['choices', 'alternatives', 'opcoes', 'valores', 'alternativas', 'opciones'],
};

/** Parts of a name that, beside a value that is a time, say which time it is. */
export const TIME_STEMS: Readonly<Record<string, readonly string[]>> = {
  createdAt: ['creat', 'criad', 'criac', 'cread', 'creac', 'abert', 'apert', 'cadastr'],
  updatedAt: ['updat', 'modif', 'atualiz', 'actualiz', 'alterad', 'alterac'],
  deletedAt: ['delet', 'excluid', 'exclus', 'elimin', 'remov', 'borrad'],
  dueAt: ['duedate', 'dueat', 'deadline', 'vencim', 'prazo', 'plazo', 'limite'],
};
